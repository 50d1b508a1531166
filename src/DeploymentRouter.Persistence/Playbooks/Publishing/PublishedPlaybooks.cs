using DeploymentRouter.Persistence.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Playbooks.Publishing;

/// <summary>Reads the playbooks that were put in force here.</summary>
public sealed class PublishedPlaybooks(IDbContextFactory<RouterDb> factory)
{
    /// <summary>All of them, the newest first.</summary>
    public async Task<IReadOnlyList<Publication>> ListAsync(CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Publications.OrderByDescending(row => row.Number).Select(Publication.OfRow).ToListAsync(cancel);
    }

    /// <summary>One with its text; null: there is none of that number.</summary>
    public async Task<PublishedText?> FindAsync(int number, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await TextOf(db.Publications.Where(row => row.Number == number), cancel);
    }

    /// <summary>The one that was put in force last; null: none ever was.</summary>
    public async Task<PublishedText?> NewestAsync(CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await NewestAsync(db, cancel);
    }

    /// <summary>The same of a data directory, without changing anything there; null also when nothing is stored there yet.</summary>
    /// <exception cref="SqliteException">The database cannot be read.</exception>
    public static async Task<PublishedText?> NewestInAsync(string directory, CancellationToken cancel = default)
    {
        var file = Path.Combine(Path.GetFullPath(directory), RouterData.DatabaseFile);
        if (!File.Exists(file)) return null;
        using var quiet = QuietDatabase.Open(file);
        await using var db = new RouterDb(new DbContextOptionsBuilder<RouterDb>().UseSqlite(quiet.Connection).Options);
        // A database of before there were publications has none.
        var tables = await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE type = 'table' AND name = 'Publications'").SingleAsync(cancel);
        return tables == 0 ? null : await NewestAsync(db, cancel);
    }

    internal static Task<PublishedText?> NewestAsync(RouterDb db, CancellationToken cancel) => TextOf(db.Publications.OrderByDescending(row => row.Number), cancel);

    private static async Task<PublishedText?> TextOf(IQueryable<PublicationRow> rows, CancellationToken cancel) =>
        await rows.AsNoTracking().FirstOrDefaultAsync(cancel) is { } row
            ? new PublishedText(Publication.Of(row), row.Utf8)
            : null;
}
