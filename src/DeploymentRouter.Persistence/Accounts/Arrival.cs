using DeploymentRouter.Core.Assigning;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Schema;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Accounts;

/// <summary>One sign-in by a provider, inside its transaction.</summary>
internal sealed class Arrival(RouterDb db, ProviderPerson who, DateTime now)
{
    /// <summary>Whom the provider has sent before.</summary>
    public async Task<PersonRow?> KnownAsync(CancellationToken cancel) =>
        await db.Set<IdentityUserLogin<string>>().SingleOrDefaultAsync(l => l.LoginProvider == who.Issuer && l.ProviderKey == who.Subject, cancel) is { } login
            ? await db.People.SingleAsync(p => p.Id == login.UserId, cancel)
            : null;

    /// <summary>
    /// Somebody whom an administrator has invited by this address and who never came. Once an account was used, an address that is the same
    /// proves nothing: it may have been given to somebody else since, or the provider may let people choose it.
    /// </summary>
    public async Task<PersonRow?> InvitedAsync(CancellationToken cancel)
    {
        if (!who.IsEmailVerified || MailAddress.Normal(who.Email) is not { } normal) return null;
        var account = await db.Accounts.SingleOrDefaultAsync(
            a => a.NormalizedUserName == normal && a.PasswordHash == null
                && db.Links.Any(l => l.PersonId == a.Id && l.EndedAt == null && l.ExpiresAt > now)
                && !db.Set<IdentityUserLogin<string>>().Any(l => l.UserId == a.Id)
                && !db.Set<IdentityUserPasskey<string>>().Any(k => k.UserId == a.Id)
                && !db.Sessions.Any(s => s.PersonId == a.Id),
            cancel);
        if (account is null) return null;
        var person = await db.People.SingleAsync(p => p.Id == account.Id, cancel);
        await Links.EndAsync(db, person.Id, now, cancel);
        AddLogin(person.Id);
        Tell(person, "person-linked", "took up an invitation by single sign-on");
        return person;
    }

    public PersonRow New(string? teamId)
    {
        var person = new PersonRow { Id = Guid.CreateVersion7().ToString("N"), Name = who.Name, TeamId = teamId ?? "" };
        // No address as a user name: it must neither open a password form nor take the address from somebody who has a password.
        var name = $"provider-{person.Id}";
        db.People.Add(person);
        db.Accounts.Add(new Account
        {
            Id = person.Id,
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        });
        AddLogin(person.Id);
        Tell(person, "person-arrived", "came by single sign-on for the first time");
        return person;
    }

    /// <summary>Brings a person up to date; whatever no group is configured to give stays as administrators have set it.</summary>
    public async Task TakeAsync(PersonRow row, Standing standing, CancellationToken cancel)
    {
        var before = Words(row);
        var hasMoved = standing.TeamId is { } team && team != row.TeamId;
        row.Name = who.Name;
        row.TeamId = standing.TeamId ?? row.TeamId;
        row.IsAdmin = standing.IsAdmin ?? row.IsAdmin;
        row.OwnsPlaybook = standing.OwnsPlaybook ?? row.OwnsPlaybook;
        if (Words(row) is var after && after != before) Tell(row, "person-rights", $"is by their groups {after} (before: {before})");
        // Who led one team does not lead another by moving there.
        await LeadAsync(row, standing.Leads ?? (hasMoved ? false : null), cancel);
        await TakeAddressAsync(row.Id, cancel);
    }

    /// <summary>Ends everything by which somebody would still be in.</summary>
    public async Task ShutAsync(PersonRow row, CancellationToken cancel)
    {
        Tell(row, "person-shut-out", "is in no group that gives anything here: signed out everywhere, access tokens revoked");
        await db.Sessions.Where(s => s.PersonId == row.Id && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancel);
        await db.Tokens.Where(t => t.PersonId == row.Id && t.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(t => t.RevokedAt, now), cancel);
    }

    private async Task LeadAsync(PersonRow row, bool? leads, CancellationToken cancel)
    {
        if (leads is not { } lead) return;
        var member = await db.Members.FindAsync([row.Id], cancel);
        if (member is null && !lead) return;
        if (member is null) db.Members.Add(member = new MemberRow { PersonId = row.Id, Capacity = Member.DefaultCapacity });
        if (member.IsLead != lead) Tell(row, "person-rights", lead ? "leads their team by their groups" : "does not lead a team any more");
        member.IsLead = lead;
    }

    // For whoever looks after people to read. An account that has an address of its own as its name keeps it.
    private async Task TakeAddressAsync(string personId, CancellationToken cancel)
    {
        var account = await db.Accounts.FindAsync([personId], cancel);
        if (account is null || account.NormalizedUserName == account.NormalizedEmail && account.Email is not null) return;
        (account.Email, account.NormalizedEmail, account.EmailConfirmed) = (MailAddress.Tidy(who.Email), MailAddress.Normal(who.Email), who.IsEmailVerified);
    }

    private void AddLogin(string personId) =>
        db.Set<IdentityUserLogin<string>>().Add(new IdentityUserLogin<string> { LoginProvider = who.Issuer, ProviderKey = who.Subject, UserId = personId });

    private void Tell(PersonRow row, string kind, string text) => AuditLog.Add(db, row.ToPerson(), now, kind, AuditLog.OfPerson(row.Id), text);

    private static string Words(PersonRow row) => string.Join(", ", new[]
    {
        row.TeamId is "" ? "without a team" : $"in team {row.TeamId}",
        row.IsAdmin ? "administrator" : null,
        row.OwnsPlaybook ? "playbook owner" : null,
    }.OfType<string>());
}
