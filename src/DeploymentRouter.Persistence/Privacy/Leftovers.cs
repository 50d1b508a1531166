using System.Data.Common;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace DeploymentRouter.Persistence.Privacy;

/// <summary>
/// What SQLite leaves of somebody erased in its pages and in its log. What is deleted is overwritten as it goes (secure_delete); after an
/// erasure the file is written anew besides, because a page that was split or joined may hold a copy. When that fails, for example for want
/// of room, it is still to be done: behind the next start, or on the next day.
/// </summary>
public sealed partial class Leftovers(IDbContextFactory<RouterDb> factory, WriteGate gate, ILogger<Leftovers> logger)
{
    private const string Name = "leftovers";

    /// <summary>Says, in the transaction that deletes, that there will be some.</summary>
    internal static Task<int> RememberAsync(RouterDb db, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"INSERT OR REPLACE INTO Projections(Name, MadeBy) VALUES ({Name}, 'an erasure')", cancel);

    /// <summary>Clears them, if there are any. Needs as much room again as the database takes; others wait, because they could not write meanwhile.</summary>
    /// <returns>Whether none are left.</returns>
    public Task<bool> TryClearAsync(CancellationToken cancel = default) => gate.RunAsync(async () =>
    {
        try
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            if (!await db.Projections.AnyAsync(row => row.Name == Name, cancel)) return true;
            await db.Database.ExecuteSqlAsync($"VACUUM", cancel);
            var isEmptied = await IsLogEmptiedAsync(db, cancel);
            if (isEmptied) await db.Projections.Where(row => row.Name == Name).ExecuteDeleteAsync(cancel);
            return isEmptied;
        }
        catch (DbException failure)
        {
            LogLeft(logger, failure);
            return false;
        }
    }, cancel);

    // Somebody who reads at this moment keeps the log from being emptied; then it is tried again another time.
    private static async Task<bool> IsLogEmptiedAsync(RouterDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        return await command.ExecuteScalarAsync(cancel) is 0L;
    }

    [LoggerMessage(LogLevel.Warning, "The file could not be written anew after an erasure: what was erased may be found in it by whoever reads its bytes. It is tried again behind the next start and every day. It needs as much free room as the database takes.")]
    private static partial void LogLeft(ILogger logger, Exception failure);
}
