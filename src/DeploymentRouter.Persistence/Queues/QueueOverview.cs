using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Queues;

/// <summary>How much waits for each team. Every count stops at <see cref="Most"/>.</summary>
public sealed class QueueOverview(IDbContextFactory<RouterDb> factory, TimeProvider time)
{
    public const int Most = 1_000;

    public async Task<IReadOnlyList<QueueSummary>> OfAsync(IEnumerable<string> teamIds, Sight sight, CancellationToken cancel = default)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var tomorrow = now.Date.AddDays(1);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var summaries = new List<QueueSummary>();
        foreach (var team in teamIds)
        {
            var rows = db.Queues.At(now).In(db, sight).Where(q => q.TeamId == team);
            summaries.Add(new QueueSummary(
                team,
                await rows.Take(Most).CountAsync(cancel),
                await rows.Where(q => q.DueAt < now).Take(Most).CountAsync(cancel),
                await rows.Where(q => q.DueAt >= now && q.DueAt < tomorrow).Take(Most).CountAsync(cancel),
                await rows.OrderBy(q => q.Since).Select(q => (DateTime?)q.Since).FirstOrDefaultAsync(cancel)));
        }

        return summaries;
    }
}

/// <summary>What waits for a team, in numbers.</summary>
/// <param name="OldestSince">UTC; since when the oldest waits; null: nothing waits.</param>
public sealed record QueueSummary(string TeamId, int Waiting, int Late, int DueToday, DateTime? OldestSince);
