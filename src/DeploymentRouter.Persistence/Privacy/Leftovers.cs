using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Privacy;

/// <summary>
/// What SQLite leaves of deleted rows in free pages and in its log. The file is written anew without them; whoever is stopped before that
/// finds it still to be done, at the next start or on the next day.
/// </summary>
public static class Leftovers
{
    private const string Name = "leftovers";

    /// <summary>Says, in the transaction that deletes, that there will be some.</summary>
    internal static Task<int> RememberAsync(RouterDb db, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"INSERT OR REPLACE INTO Projections(Name, MadeBy) VALUES ({Name}, 'an erasure')", cancel);

    /// <summary>Clears them, if there are any. Needs as much room again as the database takes.</summary>
    public static async Task ClearAsync(RouterDb db, CancellationToken cancel = default)
    {
        if (!await db.Projections.AnyAsync(row => row.Name == Name, cancel)) return;
        await db.Database.ExecuteSqlAsync($"VACUUM", cancel);
        if (await IsLogEmptiedAsync(db, cancel)) await db.Projections.Where(row => row.Name == Name).ExecuteDeleteAsync(cancel);
    }

    // Somebody who reads at this moment keeps the log from being emptied; then it is tried again another time.
    private static async Task<bool> IsLogEmptiedAsync(RouterDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        return await command.ExecuteScalarAsync(cancel) is 0L;
    }
}
