using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DeploymentRouter.Persistence.Schema;

/// <summary>Brings the database to the schema this version expects, whoever else starts at the same moment.</summary>
public static class DatabaseStart
{
    // Some steps cannot be undone as one, whatever the database: docs/production.md says to back up before an update. Every start of a
    // new installation would say so otherwise, in words that frighten whoever has nothing to lose yet.
    internal static void SayOnlyWhatHelps(WarningsConfigurationBuilder warnings) =>
        warnings.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning, SqliteEventId.TableRebuildPendingWarning);

    /// <summary>Creates the database if it is missing and applies every migration it lacks.</summary>
    public static async Task MigrateAsync(RouterDb db, CancellationToken cancel = default)
    {
        var file = Path.GetFullPath(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using var onlyOne = await LockAsync(file + ".migrate.lock", cancel);
        if (File.Exists(file)) await ForgetAbandonedLockAsync(db, cancel);
        await db.Database.MigrateAsync(cancel);
    }

    // Nobody else migrates while we hold the file lock, so a row that a killed process left would only make us wait for ever.
    private static async Task ForgetAbandonedLockAsync(RouterDb db, CancellationToken cancel)
    {
        var count = await db.Database
            .SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'")
            .SingleAsync(cancel);
        if (count > 0) await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancel);
    }

    private static async Task<FileStream> LockAsync(string path, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(100, cancel);
            }
        }
    }
}
