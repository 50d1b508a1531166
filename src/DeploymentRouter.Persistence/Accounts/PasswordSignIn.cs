using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Accounts;

/// <summary>Signing in with mail address and password. Whatever is wrong, the answer is the same, and takes as long.</summary>
public sealed class PasswordSignIn(IDbContextFactory<RouterDb> factory, Attempts attempts, Passwords passwords, SecondFactor second, AuditLog audit)
{
    /// <param name="from">The address that the try comes from; null: unknown.</param>
    /// <returns>Who it is; null: a wrong password, an unknown or disabled account, or too many tries.</returns>
    public async Task<SignedInPerson?> TryAsync(string? email, string? password, string? from = null, CancellationToken cancel = default)
    {
        var found = await FindAsync(email, cancel);
        var mayTry = await attempts.TakeAsync(found?.Account.Id ?? "", cancel);
        var isRight = passwords.AreSame(found?.Account.PasswordHash, password is { Length: <= Core.People.PasswordRules.MaxLength } ? password : "");
        if (found is null || !mayTry || !isRight || found.Person.IsDisabled)
        {
            var how = found is null ? "there is no such account" : !mayTry ? "too many tries" : !isRight ? "password" : "they are shut out";
            await audit.RefusedAsync(found?.Person.ToPerson(), how, from, cancel);
            return null;
        }

        if (found.Account.TwoFactorEnabled) await attempts.GiveBackAsync(found.Account.Id, cancel);
        else await attempts.ForgetAsync(found.Account.Id, cancel);
        return new SignedInPerson(found.Person.ToPerson(), found.Account.TwoFactorEnabled, found.Account.SecurityStamp ?? "");
    }

    /// <summary>The second step, after the password was right.</summary>
    /// <param name="stamp">As <see cref="SignedInPerson.Stamp"/> was: whoever has another password by now begins anew.</param>
    /// <param name="code">Six digits of an app, or a recovery code.</param>
    public async Task<SignedInPerson?> TrySecondAsync(string accountId, string stamp, string? code, string? from = null, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var found = await OfAsync(db, db.Accounts.Where(a => a.Id == accountId && a.SecurityStamp == stamp), cancel);
        if (found is null || found.Person.IsDisabled || !found.Account.TwoFactorEnabled) return null;
        var mayTry = await attempts.TakeAsync(accountId, cancel);
        if (!mayTry || !await second.TakeAsync(accountId, code, cancel))
        {
            await audit.RefusedAsync(found.Person.ToPerson(), mayTry ? "second step" : "too many tries", from, cancel);
            return null;
        }

        await attempts.ForgetAsync(accountId, cancel);
        return new SignedInPerson(found.Person.ToPerson(), NeedsSecondStep: false, stamp);
    }

    /// <summary>Whether somebody who is signed in knows their password; wrong tries count as they do at the door.</summary>
    public async Task<bool> ConfirmAsync(string accountId, string? password, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var hash = await db.Accounts.Where(a => a.Id == accountId).Select(a => a.PasswordHash).SingleOrDefaultAsync(cancel);
        if (!await attempts.TakeAsync(accountId, cancel) || !passwords.AreSame(hash, password ?? "")) return false;
        await attempts.ForgetAsync(accountId, cancel);
        return true;
    }

    private async Task<Found?> FindAsync(string? email, CancellationToken cancel)
    {
        if (MailAddress.Normal(email) is not { } normal) return null;
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await OfAsync(db, db.Accounts.Where(a => a.NormalizedUserName == normal), cancel);
    }

    private static Task<Found?> OfAsync(RouterDb db, IQueryable<Account> accounts, CancellationToken cancel) =>
        accounts.Join(db.People, account => account.Id, person => person.Id, (account, person) => new Found(account, person))
            .AsNoTracking().SingleOrDefaultAsync(cancel);

    private sealed record Found(Account Account, PersonRow Person);
}

/// <summary>Somebody whose password was right.</summary>
/// <param name="Stamp">Changes with every change of password or second factor.</param>
public sealed record SignedInPerson(Core.People.Person Person, bool NeedsSecondStep, string Stamp);
