using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Reporting;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Reporting;

/// <summary>
/// What reports read of requests, kept in memory: a history is read again only when it has grown or another playbook is in force.
/// It holds no names and no figures of customers, and may be lost at any time.
/// </summary>
public sealed class ReportedRequests : IDisposable
{
    private const int AtOnce = 200;

    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly Dictionary<Guid, (int Version, ReportedRequest Request)> _kept = [];
    private Playbook? _madeWith;

    public void Dispose() => _reading.Dispose();

    /// <summary>The requests of these rows.</summary>
    internal async Task<IReadOnlyList<ReportedRequest>> OfAsync(RouterDb db, IReadOnlyList<RequestVersion> rows, Playbook playbook, CancellationToken cancel)
    {
        await _reading.WaitAsync(cancel);
        try
        {
            if (!ReferenceEquals(_madeWith, playbook)) _kept.Clear();
            _madeWith = playbook;
            var grown = rows.Where(row => !_kept.TryGetValue(row.Id, out var kept) || kept.Version < row.Version);
            foreach (var some in grown.Chunk(AtOnce)) await ReadAsync(db, some, playbook, cancel);
            return [.. rows.Where(row => _kept.ContainsKey(row.Id)).Select(row => _kept[row.Id].Request)];
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task ReadAsync(RouterDb db, RequestVersion[] rows, Playbook playbook, CancellationToken cancel)
    {
        var (ids, numbers) = (rows.Select(row => row.Id).ToList(), rows.ToDictionary(row => row.Id, row => row.Number));
        var entries = await db.History.AsNoTracking().Where(h => ids.Contains(h.RequestId)).OrderBy(h => h.RequestId).ThenBy(h => h.Number).ToListAsync(cancel);
        foreach (var history in entries.GroupBy(entry => entry.RequestId))
        {
            var request = Request.FromHistory(history.Key, numbers[history.Key], playbook, history.Select(row => row.ToEntry()));
            _kept[history.Key] = (request.Version, ReportedRequest.Of(request));
        }
    }
}

/// <summary>A request and how long its history is.</summary>
internal sealed record RequestVersion(Guid Id, int Number, int Version);
