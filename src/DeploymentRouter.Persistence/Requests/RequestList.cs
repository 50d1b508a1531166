using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Queues;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Requests;

/// <summary>The list of requests, a page at a time.</summary>
public sealed class RequestList(IDbContextFactory<RouterDb> factory, TimeProvider time)
{
    public const int PageSize = 50;

    /// <summary>Of all requests that match the words, only the latest are looked at; more words narrow it down.</summary>
    public const int MostMatches = 500;

    /// <param name="from">Where the page begins; null: at the top.</param>
    public async Task<RequestListPage> PageAsync(RequestFilter filter, RequestCursor? from, Sight sight, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var matches = await MatchesAsync(db, filter.Words, sight, cancel);
        var rows = await Query(db.Requests.In(sight), filter, matches, from).Select(RequestListRow.Of).ToListAsync(cancel);
        var isMore = rows.Count > PageSize;
        if (isMore) rows.RemoveAt(PageSize);
        if (from is { Backwards: true }) rows.Reverse();

        var waits = await WaitsAsync(db, rows.ConvertAll(row => row.Id), time.GetUtcNow().UtcDateTime, cancel);
        return new RequestListPage(
            [.. rows.Select(row => row.Item(filter.Order, waits[row.Id]))],
            HasEarlier: from is not null && (!from.Backwards || isMore),
            HasMore: from is { Backwards: true } || isMore,
            IsCutShort: matches?.Count == MostMatches);
    }

    /// <summary>Whether a request has this number.</summary>
    public async Task<bool> HasNumberAsync(int number, Sight sight, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Requests.In(sight).AnyAsync(r => r.Number == number, cancel);
    }

    private static IQueryable<RequestRow> Query(IQueryable<RequestRow> rows, RequestFilter filter, List<int>? matches, RequestCursor? from) => matches is null
        ? RequestWalk.Of(rows, filter, from, PageSize + 1)
        : RequestWalk.Among(matches, rows, filter, from, PageSize + 1);

    private static async Task<ILookup<Guid, ListedWait>> WaitsAsync(RouterDb db, List<Guid> ids, DateTime now, CancellationToken cancel)
    {
        var waits = ids.Count == 0 ? [] : await db.Queues.At(now).Where(q => ids.Contains(q.RequestId))
            .Select(q => new { q.RequestId, q.TeamId, q.Ask, q.Says }).ToListAsync(cancel);
        return waits.ToLookup(wait => wait.RequestId, wait => new ListedWait(wait.TeamId, wait.Ask, wait.Says));
    }

    private static async Task<List<int>?> MatchesAsync(RouterDb db, string words, Sight sight, CancellationToken cancel)
    {
        if (RequestSearchText.Match(words) is not { } match) return null;
        if (sight == Sight.Everything)
            return await db.Database.SqlQuery<int>(
                $"SELECT rowid AS Value FROM RequestSearch WHERE RequestSearch MATCH {match} ORDER BY rowid DESC LIMIT {MostMatches}").ToListAsync(cancel);
        // Among those in sight: else what is out of sight would count toward the most, and be told by that.
        return await db.Database.SqlQuery<int>($"SELECT rowid AS Value FROM RequestSearch WHERE RequestSearch MATCH {match}")
            .Join(db.Requests.In(sight), found => found, r => r.Number, (_, r) => r.Number)
            .OrderByDescending(number => number).Take(MostMatches).ToListAsync(cancel);
    }
}
