using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Queues;

/// <summary>What waits for one team, the first to act on first.</summary>
public sealed class QueueOfTeam(IDbContextFactory<RouterDb> factory)
{
    /// <summary>A page shows this many lines and says when more follow.</summary>
    public const int MostLines = 200;

    public async Task<QueueLines> ListAsync(string teamId, QueueFilter filter, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var lines = await Lines(db, teamId, filter).Take(MostLines + 1).ToListAsync(cancel);
        return new QueueLines(lines.Count > MostLines ? lines[..MostLines] : lines, lines.Count > MostLines);
    }

    /// <summary>How much waits for a team, counted up to <paramref name="most"/>.</summary>
    public async Task<int> CountAsync(string teamId, int most, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Queues.Where(q => q.TeamId == teamId).Take(most).CountAsync(cancel);
    }

    internal static IQueryable<QueueLine> Lines(RouterDb db, string teamId, QueueFilter filter)
    {
        var rows = db.Queues.Where(q => q.TeamId == teamId);
        if (filter.StageId is { } stage) rows = rows.Where(q => q.StageId == stage);
        if (filter.AssigneeId is QueueFilter.Nobody) rows = rows.Where(q => q.AssigneeId == null);
        else if (filter.AssigneeId is { } person) rows = rows.Where(q => q.AssigneeId == person);
        if (filter.OnHold is not OnHold.Shown) rows = rows.Where(q => q.IsHeld == (filter.OnHold == OnHold.Only));
        return rows.OrderBy(q => q.Order).Join(db.Requests, q => q.RequestId, r => r.Id, QueueLine.Of);
    }
}

/// <summary>The first lines of a queue, and whether more follow.</summary>
public sealed record QueueLines(IReadOnlyList<QueueLine> Lines, bool HasMore);
