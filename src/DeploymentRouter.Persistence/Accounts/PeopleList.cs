using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Schema;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Accounts;

/// <summary>Everybody there is, for who looks after people.</summary>
public sealed class PeopleList(IDbContextFactory<RouterDb> factory, PlaybookInForce playbook, TimeProvider time)
{
    /// <returns>By name; those who may not come in any more last.</returns>
    public async Task<(IReadOnlyList<PersonLine> Lines, Refusal? Refusal)> ReadAsync(Person by, CancellationToken cancel = default)
    {
        if (Rights.WhyNot(Right.ManagePeople, by, playbook.Current) is { } refusal) return ([], refusal);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return (await Lines(db, db.People.OrderBy(p => p.IsDisabled).ThenBy(p => p.Name).ThenBy(p => p.Id)).ToListAsync(cancel), null);
    }

    /// <returns>Null without a refusal: there is no such person.</returns>
    public async Task<(PersonLine? Line, Refusal? Refusal)> FindAsync(string personId, Person by, CancellationToken cancel = default)
    {
        if (Rights.WhyNot(Right.ManagePeople, by, playbook.Current) is { } refusal) return (null, refusal);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return (await Lines(db, db.People.Where(p => p.Id == personId)).SingleOrDefaultAsync(cancel), null);
    }

    private IQueryable<PersonLine> Lines(RouterDb db, IQueryable<PersonRow> people)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return people.AsNoTracking()
            .GroupJoin(db.Accounts, person => person.Id, account => account.Id, (person, accounts) => new { person, accounts })
            .SelectMany(one => one.accounts.DefaultIfEmpty(), (one, account) => new PersonLine(
                one.person.Id,
                one.person.Name,
                account == null ? null : account.Email,
                one.person.TeamId,
                one.person.IsAdmin,
                one.person.OwnsPlaybook,
                one.person.IsDisabled,
                account != null && !db.Set<IdentityUserLogin<string>>().Any(login => login.UserId == account.Id),
                db.Set<IdentityUserLogin<string>>().Any(login => login.UserId == one.person.Id),
                account != null && account.PasswordHash != null,
                account != null && account.TwoFactorEnabled,
                db.Set<IdentityUserPasskey<string>>().Count(key => key.UserId == one.person.Id),
                db.Sessions.Count(s => s.PersonId == one.person.Id && s.EndedAt == null && s.ExpiresAt > now),
                db.Sessions.Where(s => s.PersonId == one.person.Id).Max(s => (DateTime?)s.SeenAt),
                db.Links.Where(l => l.PersonId == one.person.Id && l.EndedAt == null && l.ExpiresAt > now).Max(l => (DateTime?)l.ExpiresAt))
            {
                IsLead = db.Members.Any(member => member.PersonId == one.person.Id && member.IsLead),
                AccountNames = one.person.Accounts,
                Tokens = db.Tokens.Count(t => t.PersonId == one.person.Id && t.RevokedAt == null && t.ExpiresAt > now),
            });
    }
}

/// <summary>A person as whoever looks after people reads them.</summary>
/// <param name="Email">Null: no account here, or none with an address.</param>
/// <param name="SeenAt">When they last used the application; null: never.</param>
/// <param name="LinkUntil">Until when a one-time link for them can be used; null: there is none.</param>
public sealed record PersonLine(
    string Id,
    string Name,
    string? Email,
    string TeamId,
    bool IsAdmin,
    bool OwnsPlaybook,
    bool IsDisabled,
    bool HasAccount,
    bool ComesByProvider,
    bool HasPassword,
    bool HasSecondFactor,
    int Passkeys,
    int Sessions,
    DateTime? SeenAt,
    DateTime? LinkUntil)
{
    /// <summary>How many tokens act as them.</summary>
    public int Tokens { get; init; }

    /// <summary>Whether they lead their team.</summary>
    public bool IsLead { get; init; }

    /// <summary>The customers whose requests they see where the installation shows Sales only those.</summary>
    public IReadOnlyList<string> Accounts => Sights.Names(AccountNames);

    internal string AccountNames { get; init; } = "";

    /// <summary>Whether they were invited and have not come yet.</summary>
    public bool IsInvited => HasAccount && !HasPassword && SeenAt is null;
}
