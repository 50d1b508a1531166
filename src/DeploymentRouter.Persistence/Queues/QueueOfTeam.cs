using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Queues;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Queues;

/// <summary>What waits for one team, the first to act on first.</summary>
public sealed class QueueOfTeam(IDbContextFactory<RouterDb> factory, TimeProvider time)
{
    /// <summary>A page shows this many lines and says when more follow.</summary>
    public const int MostLines = 200;

    /// <param name="after">The <see cref="QueueLine.Order"/> after which the lines begin; null: at the top.</param>
    public async Task<QueueLines> ListAsync(string teamId, QueueFilter filter, Sight sight, string? after = null, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var now = time.GetUtcNow().UtcDateTime;
        var lines = await Lines(db, teamId, filter, sight, now, after).Take(MostLines + 1).ToListAsync(cancel);
        return new QueueLines([.. lines.Take(MostLines).Select(line => line.For(sight))], lines.Count > MostLines, await CutAsync(db, teamId, sight, now, cancel));
    }

    // By its place in the whole queue, so that no filter moves it.
    private static async Task<QueueCut?> CutAsync(RouterDb db, string teamId, Sight sight, DateTime now, CancellationToken cancel)
    {
        if (await TeamBandwidths.Latest(db, teamId).SingleOrDefaultAsync(cancel) is not { Requests: { } requests } bandwidth) return null;
        var reviews = db.Queues.At(now).In(db, sight).Where(q => q.TeamId == teamId && q.Ask == Ask.Review).OrderBy(q => q.Order);
        return new QueueCut(
            bandwidth,
            await reviews.Take(QueueOverview.Most).CountAsync(cancel),
            await reviews.Skip(requests).Select(q => q.Order).FirstOrDefaultAsync(cancel));
    }

    /// <summary>How much waits for a team, counted up to <paramref name="most"/>.</summary>
    public async Task<int> CountAsync(string teamId, int most, Sight sight, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Queues.At(time.GetUtcNow().UtcDateTime).In(db, sight).Where(q => q.TeamId == teamId).Take(most).CountAsync(cancel);
    }

    internal static IQueryable<QueueLine> Lines(RouterDb db, string teamId, QueueFilter filter, Sight sight, DateTime now, string? after = null)
    {
        var rows = db.Queues.At(now).In(db, sight).Where(q => q.TeamId == teamId);
        if (filter.StageId is { } stage) rows = rows.Where(q => q.StageId == stage);
        if (filter.AssigneeId is QueueFilter.Nobody) rows = rows.Where(q => q.AssigneeId == null);
        else if (filter.AssigneeId is { } person) rows = rows.Where(q => q.AssigneeId == person);
        if (filter.OnHold is not OnHold.Shown) rows = rows.Where(q => q.IsHeld == (filter.OnHold == OnHold.Only));
        if (after is not null) rows = rows.Where(q => q.Order.CompareTo(after) > 0);
        return rows.OrderBy(q => q.Order).Join(db.Requests, q => q.RequestId, r => r.Id, QueueLine.Of);
    }
}

/// <summary>The first lines of a queue, and whether more follow.</summary>
/// <param name="Cut">Where the team's bandwidth ends; null: nobody has said how much it can take.</param>
public sealed record QueueLines(IReadOnlyList<QueueLine> Lines, bool HasMore, QueueCut? Cut = null);

/// <summary>Where a team's bandwidth ends.</summary>
/// <param name="Waiting">How many requests wait for its review.</param>
/// <param name="FirstBelow">The place of the first that it cannot take; null: it can take all.</param>
public sealed record QueueCut(Bandwidth Bandwidth, int Waiting, string? FirstBelow)
{
    /// <summary>Whether a line is a review beyond the cut.</summary>
    public bool IsBelow(QueueLine line) => FirstBelow is not null && line.Ask is Ask.Review && string.CompareOrdinal(line.Order, FirstBelow) >= 0;
}
