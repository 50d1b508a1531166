using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Queues;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Queues;

/// <summary>What one person has to do with: assigned to them, theirs to pick up, followed, filed. Each list is bounded.</summary>
public sealed class WorkOfPerson(IDbContextFactory<RouterDb> factory, TimeProvider time)
{
    public const int MostLines = 50;

    public async Task<PersonalWork> OfAsync(Person person, Sight sight, CancellationToken cancel = default)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await factory.CreateDbContextAsync(cancel);
        return new PersonalWork(
            Shown(await Assigned(db, person.Id, sight, now).ToListAsync(cancel)),
            Shown([
                .. await Untaken(db, person.TeamId, Ask.AcceptHandOver, sight, now).ToListAsync(cancel),
                .. await Untaken(db, person.TeamId, Ask.Answer, sight, now).ToListAsync(cancel),
                .. await Untaken(db, person.TeamId, Ask.DecideOnTrial, sight, now).ToListAsync(cancel),
            ]),
            await Followed(db, person.Id, sight).ToListAsync(cancel),
            await FiledWithOthers(db, person, sight).ToListAsync(cancel));

        IReadOnlyList<QueueLine> Shown(List<QueueLine> lines) => lines.ConvertAll(line => line.For(sight));
    }

    internal static IQueryable<QueueLine> Assigned(RouterDb db, string personId, Sight sight, DateTime now) =>
        Lines(db, db.Queues.At(now).In(db, sight).Where(q => q.AssigneeId == personId));

    internal static IQueryable<QueueLine> Untaken(RouterDb db, string teamId, Ask ask, Sight sight, DateTime now) =>
        Lines(db, db.Queues.At(now).In(db, sight).Where(q => q.TeamId == teamId && q.Ask == ask && q.AssigneeId == null));

    internal static IQueryable<RequestLine> Followed(RouterDb db, string personId, Sight sight) => db.Follows
        .Where(f => f.PersonId == personId)
        .Join(db.Requests.In(sight), f => f.RequestId, r => r.Id, (f, r) => r)
        .OrderByDescending(r => r.ChangedAt)
        .Take(MostLines)
        .Select(RequestLine.Of);

    internal static IQueryable<RequestLine> FiledWithOthers(RouterDb db, Person person, Sight sight) => db.Requests.In(sight)
        .Where(r => r.OpenedById == person.Id && r.OwnerTeamId != null && r.OwnerTeamId != person.TeamId && r.State != RequestState.Delivered)
        .OrderByDescending(r => r.ChangedAt)
        .Take(MostLines)
        .Select(RequestLine.Of);

    private static IQueryable<QueueLine> Lines(RouterDb db, IQueryable<QueueRow> rows) =>
        rows.OrderBy(q => q.Order).Join(db.Requests, q => q.RequestId, r => r.Id, QueueLine.Of).Take(MostLines);
}

/// <summary>What one person has to do with.</summary>
/// <param name="Untaken">Hand-overs, open questions and ended trials of their team that nobody took yet.</param>
/// <param name="Filed">Filed by them and with another team now.</param>
public sealed record PersonalWork(
    IReadOnlyList<QueueLine> Assigned, IReadOnlyList<QueueLine> Untaken, IReadOnlyList<RequestLine> Followed, IReadOnlyList<RequestLine> Filed);
