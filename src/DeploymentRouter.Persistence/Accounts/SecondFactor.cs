using System.Globalization;
using System.Security.Cryptography;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.Schema;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Accounts;

/// <summary>The second factor of an account: an authenticator app, and recovery codes for when it is lost.</summary>
public sealed class SecondFactor(IDbContextFactory<RouterDb> factory, WriteGate gate, AuthenticatorSeal seal, TimeProvider time)
{
    public const int RecoveryCodeCount = 10;

    private const string Provider = "SecondFactor";
    private const string Key = "Key";
    private const string Step = "LastStep";
    private const string Recovery = "RecoveryCodes";
    private const int KeyBytes = 20;
    private const int RecoveryBytes = 10;

    /// <summary>The key to put into an app, made when there is none. It counts for nothing until it is confirmed.</summary>
    /// <returns>Null: no such account, or the second factor is on and its key is shown no more.</returns>
    public Task<string?> ProposeAsync(string accountId, CancellationToken cancel = default) => WriteAsync(accountId, async (db, account) =>
    {
        if (account.TwoFactorEnabled) return null;
        var key = await db.FindAsync<IdentityUserToken<string>>([accountId, Provider, Key], cancel);
        if (Opened(key) is { } known) return known;
        var made = Base32.Of(RandomNumberGenerator.GetBytes(KeyBytes));
        await SetAsync(db, accountId, Key, seal.Seal(made), cancel);
        return made;
    }, cancel);

    /// <summary>Turns it on, once a code shows that the app has the key.</summary>
    /// <returns>The recovery codes, told this once.</returns>
    public async Task<(IReadOnlyList<string> Codes, Refusal? Refusal)> EnableAsync(Person person, string? code, CancellationToken cancel = default)
    {
        var codes = await WriteAsync<IReadOnlyList<string>?>(person.Id, async (db, account) =>
        {
            if (account.TwoFactorEnabled || !await TakeAppCodeAsync(db, person.Id, Base32.Typed(code), cancel)) return null;
            var made = Enumerable.Range(0, RecoveryCodeCount).Select(_ => Base32.Of(RandomNumberGenerator.GetBytes(RecoveryBytes))).ToList();
            await SetAsync(db, person.Id, Recovery, string.Join(' ', made.Select(HashOf)), cancel);
            (account.TwoFactorEnabled, account.SecurityStamp, account.ConcurrencyStamp) = (true, Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
            Tell(db, person, "person-second-factor", "turned their second factor on");
            return [.. made.Select(code => Base32.Grouped(code, '-').ToLowerInvariant())];
        }, cancel);
        return codes is null ? ([], new Refusal("CodeWrong", "This is not the code that the app shows now. Look whether the clock of the device is right.")) : (codes, null);
    }

    /// <summary>Turns it off and forgets the key; whether the caller may is asked before.</summary>
    public Task<bool> DisableAsync(Person person, CancellationToken cancel = default) => WriteAsync(person.Id, async (db, account) =>
    {
        (account.TwoFactorEnabled, account.SecurityStamp, account.ConcurrencyStamp) = (false, Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
        Tell(db, person, "person-second-factor", "turned their second factor off");
        await db.Set<IdentityUserToken<string>>().Where(t => t.UserId == person.Id && t.LoginProvider == Provider).ExecuteDeleteAsync(cancel);
        return true;
    }, cancel);

    /// <summary>Whether a code of the app or a recovery code is right. Each can be used once.</summary>
    public Task<bool> TakeAsync(string accountId, string? code, CancellationToken cancel = default) => WriteAsync(accountId, async (db, account) =>
        account.TwoFactorEnabled && Base32.Typed(code) is { Length: > 0 } tidy
        && (tidy.Length == Totp.Digits ? await TakeAppCodeAsync(db, accountId, tidy, cancel) : await TakeRecoveryCodeAsync(db, accountId, tidy, cancel)), cancel);

    /// <summary>Whether codes of the app can be checked: not once the keys are gone with which its key was sealed. Recovery codes go on.</summary>
    public async Task<bool> ChecksAppAsync(string accountId, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return Opened(await db.FindAsync<IdentityUserToken<string>>([accountId, Provider, Key], cancel)) is not null;
    }

    /// <summary>How many recovery codes are left.</summary>
    public async Task<int> RecoveryCodesLeftAsync(string accountId, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var kept = await db.Set<IdentityUserToken<string>>().AsNoTracking().SingleOrDefaultAsync(t => t.UserId == accountId && t.LoginProvider == Provider && t.Name == Recovery, cancel);
        return kept?.Value?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length ?? 0;
    }

    private void Tell(RouterDb db, Person person, string kind, string text) =>
        AuditLog.Add(db, person, time.GetUtcNow().UtcDateTime, kind, AuditLog.OfPerson(person.Id), text);

    private async Task<bool> TakeAppCodeAsync(RouterDb db, string accountId, string code, CancellationToken cancel)
    {
        var key = await db.FindAsync<IdentityUserToken<string>>([accountId, Provider, Key], cancel);
        if (Opened(key) is not { } opened || Totp.StepOf(Base32.ToBytes(opened), code, time.GetUtcNow()) is not { } step) return false;
        if (key!.Value == opened) key.Value = seal.Seal(opened);
        // Who looked over a shoulder has half a minute; a code that was used is worth nothing to them.
        var last = await db.FindAsync<IdentityUserToken<string>>([accountId, Provider, Step], cancel);
        if (last?.Value is { } used && long.Parse(used, CultureInfo.InvariantCulture) >= step) return false;
        await SetAsync(db, accountId, Step, step.ToString(CultureInfo.InvariantCulture), cancel);
        return true;
    }

    // Before keys were sealed they were stored as they are: letters and digits of Base32 only, which no seal consists of.
    private string? Opened(IdentityUserToken<string>? key) =>
        key?.Value is not { } stored ? null : stored.All(Base32.Has) ? stored : seal.Open(stored);

    private static async Task<bool> TakeRecoveryCodeAsync(RouterDb db, string accountId, string code, CancellationToken cancel)
    {
        var kept = await db.FindAsync<IdentityUserToken<string>>([accountId, Provider, Recovery], cancel);
        var hashes = kept?.Value?.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList() ?? [];
        if (!hashes.Remove(HashOf(code))) return false;
        kept!.Value = string.Join(' ', hashes);
        return true;
    }

    private static async Task SetAsync(RouterDb db, string accountId, string name, string value, CancellationToken cancel)
    {
        if (await db.FindAsync<IdentityUserToken<string>>([accountId, Provider, name], cancel) is { } token) token.Value = value;
        else db.Add(new IdentityUserToken<string> { UserId = accountId, LoginProvider = Provider, Name = name, Value = value });
    }

    private Task<T?> WriteAsync<T>(string accountId, Func<RouterDb, Account, Task<T?>> write, CancellationToken cancel) => gate.RunAsync(async () =>
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Accounts.SingleOrDefaultAsync(a => a.Id == accountId, cancel) is not { } account) return default;
        var result = await write(db, account);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return result;
    }, cancel);

    private static string HashOf(string code) => Convert.ToHexStringLower(SecretHash.Of(code));
}
