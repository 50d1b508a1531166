using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Requests;

/// <summary>A request's row beside the history it was made from.</summary>
internal sealed record HistoryBatch(RequestRow Row, IReadOnlyList<HistoryEntry> History)
{
    /// <summary>So many are read at a time.</summary>
    public const int AtOnce = 50;

    /// <summary>Some requests, by number. The rows are tracked: whoever changes them stores them.</summary>
    public static async Task<IReadOnlyList<HistoryBatch>> ReadAsync(RouterDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var rows = await db.Requests.Where(r => ids.Contains(r.Id)).OrderBy(r => r.Number).ToListAsync(cancel);
        var histories = await HistoriesAsync(db, ids, cancel);
        return [.. rows.Select(row => new HistoryBatch(row, histories.GetValueOrDefault(row.Id) ?? []))];
    }

    /// <summary>The histories of some requests; of what has none, nothing.</summary>
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<HistoryEntry>>> HistoriesAsync(RouterDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var entries = await db.History.AsNoTracking().Where(h => ids.Contains(h.RequestId)).OrderBy(h => h.RequestId).ThenBy(h => h.Number).ToListAsync(cancel);
        return entries.GroupBy(entry => entry.RequestId).ToDictionary(of => of.Key, IReadOnlyList<HistoryEntry> (of) => [.. of.Select(entry => entry.ToEntry())]);
    }
}
