using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Accounts;

/// <summary>What one-time links open: the choice of a password, by somebody who was invited or has lost theirs.</summary>
public sealed class Links(IDbContextFactory<RouterDb> factory, WriteGate gate, Passwords passwords, TimeProvider time)
{
    /// <summary>How long an invitation can be taken up.</summary>
    public static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(7);

    /// <summary>How long a link to a new password can be used.</summary>
    public static readonly TimeSpan ResetLasts = TimeSpan.FromDays(1);

    private static readonly Refusal Gone = new("LinkGone", "This link was used, has expired, or gave way to a newer one. An administrator can make another.");

    /// <summary>Whom a code is for; null: it opens nothing, or nothing any more.</summary>
    public async Task<Welcomed?> FindAsync(string? code, CancellationToken cancel = default)
    {
        if (code is null) return null;
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await OfAsync(db, code, cancel) is var (_, account, person)
            ? new Welcomed(person.ToPerson(), account.Email ?? "", account.PasswordHash is null)
            : null;
    }

    /// <summary>
    /// Sets the password and ends the link, and with it every session: whoever had the old password is out. Where there was one before, the
    /// person's access tokens are revoked too, because who had it could make some; a team's tokens stay.
    /// </summary>
    public Task<(SignedInPerson? Person, Refusal? Refusal)> UseAsync(string? code, string? password, CancellationToken cancel = default) =>
        gate.RunAsync<(SignedInPerson?, Refusal?)>(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            if (code is null || await OfAsync(db, code, cancel) is not var (link, account, person)) return (null, Gone);
            if (PasswordRules.WhyNot(password, person.Name, account.Email ?? "") is { } refusal) return (null, refusal);
            var now = Now;
            if (account.PasswordHash is not null) await AccessTokens.RevokeAllAsync(db, person.Id, person.ToPerson(), now, cancel);
            link.EndedAt = now;
            account.Take(passwords.Hash(password!));
            (account.AccessFailedCount, account.LockoutEnd) = (0, null);
            await db.Sessions.Where(s => s.PersonId == person.Id && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancel);
            AuditLog.Add(db, person.ToPerson(), now, "person-password", AuditLog.OfPerson(person.Id), "chose a password by a one-time link");
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return (new SignedInPerson(person.ToPerson(), account.TwoFactorEnabled, account.SecurityStamp!), null);
        }, cancel);

    /// <summary>Makes a link, which ends those that were made for the same person before.</summary>
    /// <returns>Its code, told this once.</returns>
    internal static async Task<string> MakeAsync(RouterDb db, Account account, string byId, DateTime now, CancellationToken cancel)
    {
        await EndAsync(db, account.Id, now, cancel);
        var code = LinkCode.New();
        db.Links.Add(new LinkRow
        {
            Id = Guid.CreateVersion7(),
            PersonId = account.Id,
            Hash = SecretHash.Of(code),
            CreatedById = byId,
            CreatedAt = now,
            ExpiresAt = now + (account.PasswordHash is null ? InvitationLasts : ResetLasts),
        });
        return code;
    }

    internal static Task EndAsync(RouterDb db, string personId, DateTime now, CancellationToken cancel) =>
        db.Links.Where(l => l.PersonId == personId && l.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(l => l.EndedAt, now), cancel);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private async Task<(LinkRow Link, Account Account, PersonRow Person)?> OfAsync(RouterDb db, string code, CancellationToken cancel)
    {
        var (hash, now) = (SecretHash.Of(code), Now);
        var link = await db.Links.SingleOrDefaultAsync(l => l.Hash == hash && l.EndedAt == null && l.ExpiresAt > now, cancel);
        if (link is null) return null;
        var person = await db.People.SingleOrDefaultAsync(p => p.Id == link.PersonId && !p.IsDisabled, cancel);
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == link.PersonId, cancel);
        return person is null || account is null ? null : (link, account, person);
    }
}

/// <summary>Whom a one-time link is for.</summary>
/// <param name="IsNew">Whether they have had no password yet.</param>
public sealed record Welcomed(Person Person, string Email, bool IsNew);
