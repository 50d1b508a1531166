using DeploymentRouter.Core.Assigning;
using DeploymentRouter.Persistence.Queues;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.People;

/// <summary>Teams as they are at work: who is there, how much each has open, and who gets the next request.</summary>
public sealed class TeamRoster(IDbContextFactory<RouterDb> factory, TimeProvider time)
{
    public async Task<TeamAtWork> OfAsync(string teamId, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var row = await db.Teams.AsNoTracking().SingleOrDefaultAsync(team => team.TeamId == teamId, cancel);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return new TeamAtWork(
            row?.IsAutomatic ?? false,
            row is null ? null : (row.ChangedByName, row.ChangedAt),
            await MembersAsync(db, teamId, today, except: null, cancel));
    }

    /// <param name="today">UTC; absences that are over by then are left out.</param>
    /// <param name="except">A request that is about to be assigned: whoever had it does not have it now.</param>
    internal static async Task<IReadOnlyList<Member>> MembersAsync(
        RouterDb db, string teamId, DateOnly today, Guid? except, CancellationToken cancel)
    {
        var people = await db.People.Where(person => person.TeamId == teamId && !person.IsDisabled).OrderBy(person => person.Name).ThenBy(person => person.Id)
            .GroupJoin(db.Members, person => person.Id, member => member.PersonId, (person, members) => new { person.Id, person.Name, members })
            .SelectMany(one => one.members.DefaultIfEmpty(), (one, member) => new
            {
                one.Id,
                one.Name,
                Capacity = member == null ? Member.DefaultCapacity : member.Capacity,
                IsLead = member != null && member.IsLead,
                LastTurnAt = db.Turns.Where(turn => turn.PersonId == one.Id).Max(turn => (DateTime?)turn.At),
            })
            .ToListAsync(cancel);
        var now = today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var open = await db.Queues.At(now).Where(line => line.TeamId == teamId && line.AssigneeId != null && line.RequestId != except)
            .GroupBy(line => line.AssigneeId!)
            .Select(lines => new { Id = lines.Key, Count = lines.Count() })
            .ToDictionaryAsync(lines => lines.Id, lines => lines.Count, StringComparer.Ordinal, cancel);
        var absences = await db.Absences.AsNoTracking().Where(absence => absence.To >= today)
            .Where(absence => db.People.Any(person => person.Id == absence.PersonId && person.TeamId == teamId))
            .OrderBy(absence => absence.From)
            .ToListAsync(cancel);
        var away = absences.ToLookup(absence => absence.PersonId, absence => new Absence(absence.Id, absence.From, absence.To), StringComparer.Ordinal);
        return
        [
            .. people.Select(person => new Member(
                person.Id, person.Name, person.Capacity, open.GetValueOrDefault(person.Id), person.LastTurnAt, [.. away[person.Id]], person.IsLead)),
        ];
    }
}
