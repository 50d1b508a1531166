using DeploymentRouter.Core.Assigning;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.People;

/// <summary>Changes how a team works. Each change is checked here, whatever the page has offered.</summary>
public sealed class TeamDesk(IDbContextFactory<RouterDb> factory, WriteGate gate, TimeProvider time)
{
    /// <summary>Turns automatic assignment on or off. What waits already is not touched.</summary>
    public Task<Outcome> SetAutomaticAsync(Team team, bool isAutomatic, Person by, CancellationToken cancel = default) =>
        ChangeAsync(team, (_, members) => TeamRules.WhyNotManage(team, members, by), async db =>
        {
            if (await db.Teams.FindAsync([team.Id], cancel) is not { } row)
                db.Teams.Add(row = new TeamRow { TeamId = team.Id, ChangedById = "", ChangedByName = "" });
            else if (row.IsAutomatic == isAutomatic) return;
            (row.IsAutomatic, row.ChangedById, row.ChangedByName, row.ChangedAt) = (isAutomatic, by.Id, by.Name, Now);
        }, cancel);

    /// <param name="capacity">Null: what was entered is no number.</param>
    public Task<Outcome> SetCapacityAsync(Team team, string personId, int? capacity, Person by, CancellationToken cancel = default) =>
        ChangeMemberAsync(
            team, personId, members => TeamRules.WhyNotManage(team, members, by) ?? TeamRules.CapacityProblem(capacity), row => row.Capacity = capacity!.Value, cancel);

    public Task<Outcome> SetLeadAsync(Team team, string personId, bool isLead, Person by, CancellationToken cancel = default) =>
        ChangeMemberAsync(team, personId, _ => TeamRules.WhyNotChooseLead(by), row => row.IsLead = isLead, cancel);

    /// <param name="from">Null: what was entered is no day.</param>
    public Task<Outcome> AddAbsenceAsync(Team team, string personId, DateOnly? from, DateOnly? to, Person by, CancellationToken cancel = default) =>
        ChangeAsync(
            team,
            (today, members) => WhyNotIn(team, members, personId)
                ?? TeamRules.WhyNotSetAbsence(team, members, personId, by) ?? TeamRules.AbsenceProblem(from, to, today)
                ?? TeamRules.WhyNotOneMore(members.Single(member => member.PersonId == personId), from!.Value, to!.Value),
            db =>
            {
                db.Absences.Add(new AbsenceRow { Id = Guid.CreateVersion7(), PersonId = personId, From = from!.Value, To = to!.Value });
                return Task.CompletedTask;
            },
            cancel);

    /// <summary>Takes an absence back; one that is gone already stays gone.</summary>
    public Task<Outcome> RemoveAbsenceAsync(Team team, string personId, Guid absenceId, Person by, CancellationToken cancel = default) =>
        ChangeAsync(
            team,
            (_, members) => WhyNotIn(team, members, personId) ?? TeamRules.WhyNotSetAbsence(team, members, personId, by),
            db => db.Absences.Where(absence => absence.Id == absenceId && absence.PersonId == personId).ExecuteDeleteAsync(cancel),
            cancel);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private static Refusal? WhyNotIn(Team team, IReadOnlyList<Member> members, string personId) =>
        members.Any(member => member.PersonId == personId) ? null : TeamRules.NotAMember(team);

    private Task<Outcome> ChangeMemberAsync(
        Team team, string personId, Func<IReadOnlyList<Member>, Refusal?> whyNot, Action<MemberRow> change, CancellationToken cancel) =>
        ChangeAsync(team, (_, members) => WhyNotIn(team, members, personId) ?? whyNot(members), async db =>
        {
            if (await db.Members.FindAsync([personId], cancel) is not { } row)
                db.Members.Add(row = new MemberRow { PersonId = personId, Capacity = Member.DefaultCapacity });
            change(row);
        }, cancel);

    private Task<Outcome> ChangeAsync(
        Team team, Func<DateOnly, IReadOnlyList<Member>, Refusal?> whyNot, Func<RouterDb, Task> change, CancellationToken cancel) =>
        gate.RunAsync(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var today = DateOnly.FromDateTime(Now);
            if (whyNot(today, await TeamRoster.MembersAsync(db, team.Id, today, except: null, cancel)) is { } refusal) return refusal;
            await change(db);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return Outcome.Done;
        }, cancel);
}
