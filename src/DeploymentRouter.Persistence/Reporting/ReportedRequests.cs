using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Reporting;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;

namespace DeploymentRouter.Persistence.Reporting;

/// <summary>
/// What reports read of requests, kept in memory: a history is read again only when it has grown or another playbook is in force.
/// It holds no names and no figures of customers, and may be lost at any time.
/// </summary>
public sealed class ReportedRequests : IDisposable
{
    private const int AtOnce = 200;

    private readonly OneAtATime _reading = new();
    private readonly Dictionary<Guid, (int Version, ReportedRequest Request)> _kept = [];
    private Playbook? _madeWith;

    public void Dispose() => _reading.Dispose();

    /// <summary>The requests of these rows.</summary>
    internal Task<IReadOnlyList<ReportedRequest>> OfAsync(RouterDb db, IReadOnlyList<RequestVersion> rows, Playbook playbook, CancellationToken cancel) =>
        _reading.RunAsync<IReadOnlyList<ReportedRequest>>(async () =>
        {
            if (!ReferenceEquals(_madeWith, playbook)) _kept.Clear();
            _madeWith = playbook;
            var grown = rows.Where(row => !_kept.TryGetValue(row.Id, out var kept) || kept.Version < row.Version);
            foreach (var some in grown.Chunk(AtOnce)) await ReadAsync(db, some, playbook, cancel);
            return [.. rows.Where(row => _kept.ContainsKey(row.Id)).Select(row => _kept[row.Id].Request)];
        }, cancel);

    private async Task ReadAsync(RouterDb db, RequestVersion[] rows, Playbook playbook, CancellationToken cancel)
    {
        var histories = await HistoryBatch.HistoriesAsync(db, [.. rows.Select(row => row.Id)], cancel);
        foreach (var (id, number, _) in rows)
        {
            if (!histories.TryGetValue(id, out var history)) continue;
            var request = Request.FromHistory(id, number, playbook, history);
            _kept[id] = (request.Version, ReportedRequest.Of(request));
        }
    }
}

/// <summary>A request and how long its history is.</summary>
internal sealed record RequestVersion(Guid Id, int Number, int Version);
