using System.Globalization;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Growth;
using DeploymentRouter.Persistence.Queues;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Requests;

/// <summary>
/// Makes anew what lists, queues and the radar read of every request when what it is made by has changed: the playbook in force, or this
/// code. Otherwise one small row is read. Whoever is stopped in the middle begins again at the next start.
/// </summary>
public sealed class DerivedRows(IDbContextFactory<RouterDb> factory, PlaybookInForce playbook, WriteGate gate, RequestFeed feed)
{
    private const string Name = "requests";

    // Raise it when the same history makes other rows than before.
    private const int CodeVersion = 1;

    /// <summary>Call after a start, and after another playbook was put in force. Nobody need wait for it: until it is done, lists say what was so before.</summary>
    /// <returns>How many requests say something else by now.</returns>
    public async Task<int> RefreshAsync(CancellationToken cancel = default)
    {
        for (var changed = 0; ;)
        {
            var madeBy = MadeBy(playbook.Current);
            await using var db = await factory.CreateDbContextAsync(cancel);
            if (await db.Projections.AnyAsync(p => p.Name == Name && p.MadeBy == madeBy, cancel)) return changed;

            var requests = await db.Requests.OrderBy(r => r.Number).Select(r => r.Id).ToListAsync(cancel);
            foreach (var some in requests.Chunk(HistoryBatch.AtOnce)) changed += await WriteAsync(some, cancel);
            // Last of all, and not where another playbook has come meanwhile.
            await gate.RunAsync(async () => MadeBy(playbook.Current) != madeBy ? 0
                : await db.Database.ExecuteSqlAsync($"INSERT OR REPLACE INTO Projections(Name, MadeBy) VALUES ({Name}, {madeBy})", cancel), cancel);
        }
    }

    private static string MadeBy(Playbook playbook) => string.Create(CultureInfo.InvariantCulture, $"{CodeVersion}; {playbook.Hash}");

    private async Task<int> WriteAsync(Guid[] ids, CancellationToken cancel)
    {
        var changed = await gate.RunAsync(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            // Begins as a writer: nobody appends to a history between reading it and writing its rows.
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var lines = (await db.Queues.Where(line => ids.Contains(line.RequestId)).ToListAsync(cancel)).ToLookup(line => line.RequestId);
            var written = new HashSet<Guid>();
            foreach (var (row, history) in await HistoryBatch.ReadAsync(db, ids, cancel))
            {
                var request = Request.FromHistory(row.Id, row.Number, playbook.Current, history);
                RequestProjection.Fill(row, request);
                var hasOtherLines = QueueProjection.Replace(db, [.. lines[row.Id]], QueueProjection.Lines(request, row));
                var isWatchedOtherwise = await GrowthProjection.WriteAsync(db, request, cancel);
                if (hasOtherLines || isWatchedOtherwise || db.Entry(row).State is EntityState.Modified) written.Add(row.Id);
            }

            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return written;
        }, cancel);
        foreach (var id in changed) feed.Publish(id);
        return changed.Count;
    }
}
