using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Accounts;

/// <summary>Looks after who may come in and what they may do. Each act is checked here, whatever the page has offered.</summary>
public sealed class PeopleDesk(IDbContextFactory<RouterDb> factory, WriteGate gate, PlaybookInForce playbook, TimeProvider time)
{
    /// <summary>Nobody has this identifier.</summary>
    public static readonly Refusal Unknown = new("PersonUnknown", "There is no such person any more.");

    private static readonly Refusal LastAdministrator = new("LastAdministrator", "This is the only administrator. Make another one first.");
    private static readonly Refusal NoAccount = new("NoAccount", "This person has no account here to make a link for.");

    /// <summary>Adds somebody who chooses a password by a one-time link.</summary>
    /// <returns>The code of the link, told this once.</returns>
    public Task<(string? Code, Refusal? Refusal)> InviteAsync(Newcomer newcomer, Person by, CancellationToken cancel = default) =>
        WriteAsync<string>(by, async db =>
        {
            if ((newcomer.Problem() ?? TeamProblem(newcomer.TeamId, newcomer.IsAdmin)) is { } problem) return (null, problem);
            var (person, account, taken) = await newcomer.AddAsync(db, cancel);
            if (taken is not null) return (null, taken);
            Tell(db, by, person!, "person-invited", $"invited {person!.Name}, {RightsText(newcomer.TeamId, newcomer.IsAdmin, newcomer.OwnsPlaybook)}");
            return (await Links.MakeAsync(db, account!, by.Id, Now, cancel), null);
        }, cancel);

    /// <summary>Another link: to a first password for who has none yet, else to a new one. The password there is stays until the link is used.</summary>
    public Task<(string? Code, Refusal? Refusal)> MakeLinkAsync(string personId, Person by, CancellationToken cancel = default) =>
        WriteAsync<string>(by, async db =>
        {
            if (await db.People.SingleOrDefaultAsync(p => p.Id == personId, cancel) is not { } person) return (null, Unknown);
            if (person.IsDisabled) return (null, new Refusal("PersonDisabled", "This person may not come in. Enable them first."));
            if (await db.AccountsHere().SingleOrDefaultAsync(a => a.Id == personId, cancel) is not { } account) return (null, NoAccount);
            Tell(db, by, person, "person-link", $"made a link by which {person.Name} chooses a password");
            return (await Links.MakeAsync(db, account, by.Id, Now, cancel), null);
        }, cancel);

    /// <summary>Gives somebody another team or other rights; their open pages follow at once.</summary>
    public Task<Outcome> ChangeAsync(string personId, string teamId, bool isAdmin, bool ownsPlaybook, Person by, CancellationToken cancel = default) =>
        ChangeAsync(personId, by, async (db, person) =>
        {
            if (TeamProblem(teamId, isAdmin) is { } problem) return problem;
            if (person.IsAdmin && !isAdmin && await IsLastAsync(db, person, cancel)) return LastAdministrator;
            if ((person.TeamId, person.IsAdmin, person.OwnsPlaybook) == (teamId, isAdmin, ownsPlaybook)) return null;
            // Who led one team does not lead another by moving there.
            if (person.TeamId != teamId && await db.Members.FindAsync([person.Id], cancel) is { } member) member.IsLead = false;
            var before = RightsText(person.TeamId, person.IsAdmin, person.OwnsPlaybook);
            (person.TeamId, person.IsAdmin, person.OwnsPlaybook) = (teamId, isAdmin, ownsPlaybook);
            Tell(db, by, person, "person-rights", $"made {person.Name} {RightsText(teamId, isAdmin, ownsPlaybook)} (before: {before})");
            return null;
        }, cancel);

    /// <summary>Shuts somebody out: sessions end, their links and tokens open nothing, then or later. Their name stays where they acted.</summary>
    public Task<Outcome> DisableAsync(string personId, Person by, CancellationToken cancel = default) =>
        ChangeAsync(personId, by, async (db, person) =>
        {
            if (person.Id == by.Id) return new Refusal("Yourself", "You cannot shut yourself out. Another administrator can.");
            if (person.IsAdmin && await IsLastAsync(db, person, cancel)) return LastAdministrator;
            if (person.IsDisabled) return null;
            person.IsDisabled = true;
            var known = await AccessTokens.OfTeamsMadeByAsync(db, person.Id, Now, cancel);
            Tell(db, by, person, AuditKinds.PersonDisabled, $"shut {person.Name} out{(known.Count == 0 ? "" : $", who has seen the keys of the teams’ tokens “{string.Join("”, “", known)}”")}");
            await AccessTokens.RevokeAllAsync(db, person.Id, by, Now, cancel);
            await Links.EndAsync(db, person.Id, Now, cancel);
            await EndSessionsAsync(db, person.Id, cancel);
            return null;
        }, cancel);

    /// <summary>Lets somebody in again, as they were.</summary>
    public Task<Outcome> EnableAsync(string personId, Person by, CancellationToken cancel = default) =>
        ChangeAsync(personId, by, (db, person) =>
        {
            if (person.IsDisabled) Tell(db, by, person, AuditKinds.PersonEnabled, $"let {person.Name} in again");
            person.IsDisabled = false;
            return Task.FromResult<Refusal?>(null);
        }, cancel);

    /// <summary>Signs somebody out everywhere.</summary>
    public Task<Outcome> EndSessionsAsync(string personId, Person by, CancellationToken cancel = default) =>
        ChangeAsync(personId, by, async (db, person) =>
        {
            await EndSessionsAsync(db, person.Id, cancel);
            Tell(db, by, person, AuditKinds.SessionEnded, $"signed {person.Name} out everywhere");
            return null;
        }, cancel);

    /// <summary>Revokes the tokens that act as somebody.</summary>
    public Task<Outcome> RevokeTokensAsync(string personId, Person by, CancellationToken cancel = default) =>
        ChangeAsync(personId, by, async (db, person) =>
        {
            await AccessTokens.RevokeAllAsync(db, person.Id, by, Now, cancel);
            return null;
        }, cancel);

    /// <summary>For who has lost the device: whatever else than a password they sign in with counts no more.</summary>
    public Task<Outcome> ForgetDevicesAsync(string personId, Person by, CancellationToken cancel = default) =>
        ChangeAsync(personId, by, async (db, person) =>
        {
            if (await db.Accounts.SingleOrDefaultAsync(a => a.Id == person.Id, cancel) is not { } account) return NoAccount;
            await Devices.ForgetAsync(db, account, cancel);
            Tell(db, by, person, "person-devices", $"took the second factor and the passkeys of {person.Name} away");
            return null;
        }, cancel);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private void Tell(RouterDb db, Person by, PersonRow person, string kind, string text) => AuditLog.Add(db, by, Now, kind, AuditLog.OfPerson(person.Id), text);

    private string RightsText(string teamId, bool isAdmin, bool ownsPlaybook) =>
        string.Join(", ", new[]
        {
            teamId is "" ? "without a team" : $"of {playbook.Current.Teams.FirstOrDefault(team => team.Id == teamId)?.Name ?? teamId}",
            isAdmin ? "administrator" : null,
            ownsPlaybook ? "playbook owner" : null,
        }.OfType<string>());

    private Refusal? TeamProblem(string teamId, bool isAdmin) =>
        teamId is "" ? isAdmin ? null : new Refusal("TeamMissing", "Choose a team. Only administrators can be without one.")
        : playbook.Current.Teams.Any(team => team.Id == teamId) ? null
        : new Refusal("TeamUnknown", "The playbook has no such team.");

    // Whoever was invited and never came cannot look after anything yet.
    private static async Task<bool> IsLastAsync(RouterDb db, PersonRow person, CancellationToken cancel) =>
        !await db.People.AnyAsync(p => p.IsAdmin && !p.IsDisabled && p.Id != person.Id && !db.Links.Any(l => l.PersonId == p.Id && l.EndedAt == null && db.Accounts.Any(a => a.Id == p.Id && a.PasswordHash == null)), cancel);

    private Task<int> EndSessionsAsync(RouterDb db, string personId, CancellationToken cancel)
    {
        var now = Now;
        return db.Sessions.Where(s => s.PersonId == personId && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancel);
    }

    private async Task<Outcome> ChangeAsync(string personId, Person by, Func<RouterDb, PersonRow, Task<Refusal?>> change, CancellationToken cancel)
    {
        var (_, refusal) = await WriteAsync<PersonRow>(by, async db =>
            await db.People.SingleOrDefaultAsync(p => p.Id == personId, cancel) is not { } person ? (null, Unknown)
            : await change(db, person) is { } refused ? (null, refused)
            : (person, null), cancel);
        return new Outcome(refusal);
    }

    private Task<(T?, Refusal?)> WriteAsync<T>(Person by, Func<RouterDb, Task<(T?, Refusal?)>> write, CancellationToken cancel)
        where T : class => gate.RunAsync(async () =>
        {
            if (Rights.WhyNot(Right.ManagePeople, by, playbook.Current) is { } refusal) return (null, refusal);
            await using var db = await factory.CreateDbContextAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var result = await write(db);
            if (result.Item2 is not null) return result;
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return result;
        }, cancel);
}
