using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Schema;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Accounts;

/// <summary>What everybody does with their own account.</summary>
public sealed class OwnAccount(IDbContextFactory<RouterDb> factory, WriteGate gate, Passwords passwords, PasswordSignIn door, SecondFactor second, TimeProvider time)
{
    public const int MaxPasskeyName = 60;
    public const int MostPasskeys = 20;

    private static readonly Refusal WrongPassword =
        new("PasswordWrong", "This is not your password now. After five wrong ones nobody can try for 15 minutes.");

    private static readonly Refusal AnotherDoor = new("AnotherDoor", "You come in by another door, which looks after your passkeys.");

    /// <returns>Null: this person has no account here, or comes by a provider.</returns>
    public async Task<AccountView?> ReadAsync(Person person, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var account = await db.AccountsHere().AsNoTracking().SingleOrDefaultAsync(a => a.Id == person.Id, cancel);
        if (account is null) return null;
        var keys = await db.Set<IdentityUserPasskey<string>>().AsNoTracking().Where(key => key.UserId == person.Id).ToListAsync(cancel);
        return new AccountView(
            account.Email,
            account.PasswordHash is not null,
            account.TwoFactorEnabled,
            await second.RecoveryCodesLeftAsync(person.Id, cancel),
            [.. keys.OrderBy(key => key.Data.CreatedAt).Select(key => new PasskeyLine(Convert.ToHexStringLower(key.CredentialId), key.Data.Name ?? "Passkey", key.Data.CreatedAt.UtcDateTime))]);
    }

    /// <summary>Changes the password and ends every other session.</summary>
    /// <param name="session">The one that goes on.</param>
    public async Task<Outcome> ChangePasswordAsync(Person person, Guid? session, string? current, string? wanted, CancellationToken cancel = default)
    {
        if (await ReadAsync(person, cancel) is not { HasPassword: true } view || !await door.ConfirmAsync(person.Id, current, cancel)) return WrongPassword;
        if (PasswordRules.WhyNot(wanted, person.Name, view.Email ?? "") is { } refusal) return refusal;
        if (wanted == current) return new Refusal("PasswordSame", "This is the password you have.");
        var hash = passwords.Hash(wanted!);
        await gate.RunAsync(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var now = time.GetUtcNow().UtcDateTime;
            (await db.Accounts.SingleAsync(a => a.Id == person.Id, cancel)).Take(hash);
            Tell(db, person, "person-password", "changed their password");
            await Links.EndAsync(db, person.Id, now, cancel);
            await db.Sessions.Where(s => s.PersonId == person.Id && s.EndedAt == null && s.Id != session).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return true;
        }, cancel);
        return Outcome.Done;
    }

    /// <summary>Turns the second factor off for who knows the password.</summary>
    public async Task<Outcome> DisableSecondFactorAsync(Person person, string? password, CancellationToken cancel = default)
    {
        if (!await door.ConfirmAsync(person.Id, password, cancel)) return WrongPassword;
        await second.DisableAsync(person, cancel);
        return Outcome.Done;
    }

    /// <summary>Somebody who may come in, as they are now; null: nobody, or they may not.</summary>
    public async Task<Person?> WhoMayComeInAsync(string accountId, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return (await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == accountId && !p.IsDisabled, cancel))?.ToPerson();
    }

    public Task<Outcome> AddPasskeyAsync(Person person, UserPasskeyInfo passkey, string? name, CancellationToken cancel = default) => gate.RunAsync(async () =>
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        if (!await db.AccountsHere().AnyAsync(a => a.Id == person.Id, cancel)) return AnotherDoor;
        if (await db.Set<IdentityUserPasskey<string>>().CountAsync(key => key.UserId == person.Id, cancel) >= MostPasskeys)
            return new Refusal("TooManyPasskeys", "There are 20 passkeys already. Remove one first.");
        db.Add(new IdentityUserPasskey<string>
        {
            UserId = person.Id,
            CredentialId = passkey.CredentialId,
            Data = new IdentityPasskeyData
            {
                Name = name ?? "Passkey",
                PublicKey = passkey.PublicKey,
                CreatedAt = time.GetUtcNow(),
                SignCount = passkey.SignCount,
                Transports = passkey.Transports,
                IsUserVerified = passkey.IsUserVerified,
                IsBackupEligible = passkey.IsBackupEligible,
                IsBackedUp = passkey.IsBackedUp,
                AttestationObject = passkey.AttestationObject,
                ClientDataJson = passkey.ClientDataJson,
            },
        });
        Tell(db, person, "person-passkey", "added a passkey");
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }, cancel);

    public Task<Outcome> NamePasskeyAsync(Person person, string passkeyId, string? name, CancellationToken cancel = default) => gate.RunAsync(async () =>
    {
        if ((name ?? "").Trim() is not { Length: > 0 and <= MaxPasskeyName } tidy || !TextCheck.IsLine(tidy)) return new Refusal("PasskeyNameInvalid", "Enter a name of up to 60 characters.");
        await using var db = await factory.CreateDbContextAsync(cancel);
        if (await OwnAsync(db, person, passkeyId, cancel) is not { } key) return new Refusal("PasskeyUnknown", "There is no such passkey any more.");
        key.Data.Name = tidy;
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }, cancel);

    /// <summary>Removes a passkey; one that is gone already stays gone.</summary>
    public Task<Outcome> RemovePasskeyAsync(Person person, string passkeyId, CancellationToken cancel = default) => gate.RunAsync(async () =>
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        if (await OwnAsync(db, person, passkeyId, cancel) is not { } key) return Outcome.Done;
        db.Remove(key);
        Tell(db, person, "person-passkey", "removed a passkey");
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }, cancel);

    private void Tell(RouterDb db, Person person, string kind, string text) =>
        AuditLog.Add(db, person, time.GetUtcNow().UtcDateTime, kind, AuditLog.OfPerson(person.Id), text);

    private static async Task<IdentityUserPasskey<string>?> OwnAsync(RouterDb db, Person person, string passkeyId, CancellationToken cancel)
    {
        var keys = await db.Set<IdentityUserPasskey<string>>().Where(key => key.UserId == person.Id).ToListAsync(cancel);
        return keys.SingleOrDefault(key => string.Equals(Convert.ToHexStringLower(key.CredentialId), passkeyId, StringComparison.Ordinal));
    }
}

/// <summary>An account as its owner reads it.</summary>
public sealed record AccountView(string? Email, bool HasPassword, bool HasSecondFactor, int RecoveryCodesLeft, IReadOnlyList<PasskeyLine> Passkeys);

/// <summary>A passkey as its owner reads it.</summary>
/// <param name="Id">The credential's identifier in hexadecimal.</param>
public sealed record PasskeyLine(string Id, string Name, DateTime CreatedAt);
