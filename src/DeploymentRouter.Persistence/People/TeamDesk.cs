using DeploymentRouter.Core.Assigning;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.People;

/// <summary>Changes how a team works. Each change is checked here, whatever the page has offered, and kept with who made it.</summary>
public sealed class TeamDesk(IDbContextFactory<RouterDb> factory, WriteGate gate, TimeProvider time)
{
    /// <summary>Turns automatic assignment on or off. What waits already is not touched.</summary>
    public Task<Outcome> SetAutomaticAsync(Team team, bool isAutomatic, Person by, CancellationToken cancel = default) =>
        ChangeAsync(team, by, (_, members) => TeamRules.WhyNotManage(team, members, by), async (db, _) =>
        {
            if (await db.Teams.FindAsync([team.Id], cancel) is not { } row)
                db.Teams.Add(row = new TeamRow { TeamId = team.Id, ChangedById = "", ChangedByName = "" });
            else if (row.IsAutomatic == isAutomatic) return null;
            (row.IsAutomatic, row.ChangedById, row.ChangedByName, row.ChangedAt) = (isAutomatic, by.Id, by.Name, Now);
            return TeamChange.Automatic(isAutomatic);
        }, cancel);

    /// <param name="capacity">Null: what was entered is no number.</param>
    public Task<Outcome> SetCapacityAsync(Team team, string personId, int? capacity, Person by, CancellationToken cancel = default) =>
        ChangeMemberAsync(
            team,
            personId,
            by,
            members => TeamRules.WhyNotManage(team, members, by) ?? TeamRules.CapacityProblem(capacity),
            member => member.Capacity == capacity ? null : TeamChange.Capacity(member, capacity!.Value),
            row => row.Capacity = capacity!.Value,
            cancel);

    public Task<Outcome> SetLeadAsync(Team team, string personId, bool isLead, Person by, CancellationToken cancel = default) =>
        ChangeMemberAsync(
            team,
            personId,
            by,
            _ => TeamRules.WhyNotChooseLead(by),
            member => member.IsLead == isLead ? null : TeamChange.Lead(member, isLead),
            row => row.IsLead = isLead,
            cancel);

    /// <param name="from">Null: what was entered is no day.</param>
    public Task<Outcome> AddAbsenceAsync(Team team, string personId, DateOnly? from, DateOnly? to, Person by, CancellationToken cancel = default) =>
        ChangeAsync(
            team,
            by,
            (today, members) => WhyNotIn(team, members, personId)
                ?? TeamRules.WhyNotSetAbsence(team, members, personId, by) ?? TeamRules.AbsenceProblem(from, to, today)
                ?? TeamRules.WhyNotOneMore(Member(members, personId), from!.Value, to!.Value),
            (db, members) =>
            {
                db.Absences.Add(new AbsenceRow { Id = Guid.CreateVersion7(), PersonId = personId, From = from!.Value, To = to!.Value });
                return Task.FromResult<TeamChange?>(TeamChange.AbsenceAdded(Member(members, personId), from.Value, to.Value));
            },
            cancel);

    /// <summary>Takes an absence back; one that is gone already stays gone.</summary>
    public Task<Outcome> RemoveAbsenceAsync(Team team, string personId, Guid absenceId, Person by, CancellationToken cancel = default) =>
        ChangeAsync(
            team,
            by,
            (_, members) => WhyNotIn(team, members, personId) ?? TeamRules.WhyNotSetAbsence(team, members, personId, by),
            async (db, members) =>
            {
                if (await db.Absences.SingleOrDefaultAsync(one => one.Id == absenceId && one.PersonId == personId, cancel) is not { } row) return null;
                db.Absences.Remove(row);
                return TeamChange.AbsenceRemoved(Member(members, personId), new Absence(row.Id, row.From, row.To));
            },
            cancel);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private static Refusal? WhyNotIn(Team team, IReadOnlyList<Member> members, string personId) =>
        members.Any(member => member.PersonId == personId) ? null : TeamRules.NotAMember(team);

    private static Member Member(IReadOnlyList<Member> members, string personId) => members.Single(member => member.PersonId == personId);

    private Task<Outcome> ChangeMemberAsync(
        Team team,
        string personId,
        Person by,
        Func<IReadOnlyList<Member>, Refusal?> whyNot,
        Func<Member, TeamChange?> what,
        Action<MemberRow> change,
        CancellationToken cancel) =>
        ChangeAsync(team, by, (_, members) => WhyNotIn(team, members, personId) ?? whyNot(members), async (db, members) =>
        {
            if (what(Member(members, personId)) is not { } told) return null;
            if (await db.Members.FindAsync([personId], cancel) is not { } row)
                db.Members.Add(row = new MemberRow { PersonId = personId, Capacity = Core.Assigning.Member.DefaultCapacity });
            change(row);
            return told;
        }, cancel);

    // A change that changes nothing returns none, and leaves no trace.
    private Task<Outcome> ChangeAsync(
        Team team,
        Person by,
        Func<DateOnly, IReadOnlyList<Member>, Refusal?> whyNot,
        Func<RouterDb, IReadOnlyList<Member>, Task<TeamChange?>> change,
        CancellationToken cancel) =>
        gate.RunAsync(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var today = DateOnly.FromDateTime(Now);
            var members = await TeamRoster.MembersAsync(db, team.Id, today, except: null, cancel);
            if (whyNot(today, members) is { } refusal) return refusal;
            if (await change(db, members) is { } told) AuditLog.Add(db, by, Now, told.Kind, AuditLog.OfTeam(team.Id), told.Text);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return Outcome.Done;
        }, cancel);
}
