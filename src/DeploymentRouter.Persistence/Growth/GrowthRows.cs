using System.Globalization;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Growth;

/// <summary>
/// Makes the rows of the radar anew when what they are made by has changed: the playbook's days of trend or its watching stages, or
/// this code. Otherwise one small row is read.
/// </summary>
public sealed class GrowthRows(IDbContextFactory<RouterDb> factory, PlaybookInForce playbook, WriteGate gate)
{
    private const string Name = "growth";
    private const int AtOnce = 100;

    // Raise it when the same history makes other rows than before.
    private const int CodeVersion = 1;

    /// <summary>Call at start.</summary>
    /// <returns>How many requests were looked at.</returns>
    public async Task<int> RefreshAsync(CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var madeBy = MadeBy(playbook.Current);
        if (await db.Projections.AnyAsync(p => p.Name == Name && p.MadeBy == madeBy, cancel)) return 0;

        var requests = await ConcernedAsync(db, cancel);
        foreach (var some in requests.Chunk(AtOnce)) await gate.RunAsync(() => WriteAsync(some, cancel), cancel);
        // Last of all: whoever is stopped before begins again.
        await gate.RunAsync(() => db.Database.ExecuteSqlAsync($"INSERT OR REPLACE INTO Projections(Name, MadeBy) VALUES ({Name}, {madeBy})", cancel), cancel);
        return requests.Count;
    }

    private async Task<int> WriteAsync(IEnumerable<(Guid Id, int Number)> requests, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        // Begins as a writer: nobody appends to a history between reading it and writing its row.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        foreach (var (id, number) in requests)
        {
            var history = await db.History.AsNoTracking().Where(h => h.RequestId == id).OrderBy(h => h.Number).ToListAsync(cancel);
            await GrowthProjection.WriteAsync(db, Request.FromHistory(id, number, playbook.Current, history.Select(row => row.ToEntry())), cancel);
        }

        await transaction.CommitAsync(cancel);
        return 0;
    }

    // Who has a row, or went through a stage that watches by now.
    private async Task<List<(Guid Id, int Number)>> ConcernedAsync(RouterDb db, CancellationToken cancel)
    {
        var stages = WatchingStages(playbook.Current).Select(place => $"\"{place.Stage.Id}\"").Distinct(StringComparer.Ordinal).ToList();
        var found = await db.Requests
            .Where(r => db.Growth.Any(g => g.RequestId == r.Id)
                || (r.OwnerTeamId != null && db.History.Any(h => h.RequestId == r.Id && stages.Any(stage => h.What.Contains(stage)))))
            .OrderBy(r => r.Number).Select(r => new { r.Id, r.Number }).ToListAsync(cancel);
        return found.ConvertAll(r => (r.Id, r.Number));
    }

    private static string MadeBy(Playbook playbook) => string.Create(
        CultureInfo.InvariantCulture,
        $"{CodeVersion}; trend over {playbook.Growth.TrendOverDays} days; {string.Join(' ', WatchingStages(playbook).Select(place => $"{place.Strategy.Id}/{place.Stage.Id}"))}");

    private static IEnumerable<(Strategy Strategy, Stage Stage)> WatchingStages(Playbook playbook) =>
        from strategy in playbook.Strategies
        from stage in strategy.Stages
        where stage.WatchesGrowth
        select (strategy, stage);
}
