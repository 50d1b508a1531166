using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Persistence.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Requests;

/// <summary>Reads the histories of all requests from a data directory, without changing anything there, whatever an application does there meanwhile.</summary>
public sealed class StoredHistories : IDisposable
{
    private readonly QuietDatabase _database;
    private readonly DbContextOptions<RouterDb> _options;

    private StoredHistories(QuietDatabase database) =>
        (_database, _options) = (database, new DbContextOptionsBuilder<RouterDb>().UseSqlite(database.Connection).Options);

    public void Dispose() => _database.Dispose();

    /// <summary>The histories in a directory, or a sentence that says why they cannot be read.</summary>
    public static async Task<(StoredHistories? Histories, string? Refused)> OpenAsync(string directory, CancellationToken cancel = default)
    {
        var file = Path.Combine(Path.GetFullPath(directory), RouterData.DatabaseFile);
        if (!File.Exists(file)) return (null, $"There is no database in {directory}. Set Data:Directory to the directory of the installation.");
        StoredHistories? histories = null;
        var isReadable = false;
        try
        {
            histories = new StoredHistories(QuietDatabase.Open(file));
            await using var db = new RouterDb(histories._options);
            var (known, applied) = (db.Database.GetMigrations(), await db.Database.GetAppliedMigrationsAsync(cancel));
            isReadable = known.SequenceEqual(applied, StringComparer.Ordinal);
            return isReadable ? (histories, null)
                : (null, $"The database in {directory} is of another version of DeploymentRouter. Start the web application of this version once, or use the other version.");
        }
        catch (Exception refused) when (refused is SqliteException or IOException or UnauthorizedAccessException)
        {
            return (null, $"The database in {directory} cannot be read. {refused.Message}");
        }
        finally
        {
            if (!isReadable) histories?.Dispose();
        }
    }

    /// <summary>Every request with its history, by number.</summary>
    public async IAsyncEnumerable<StoredHistory> AllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var db = new RouterDb(_options);
        var rows = db.Requests.AsNoTracking().OrderBy(request => request.Number)
            .SelectMany(
                request => db.History.Where(entry => entry.RequestId == request.Id).OrderBy(entry => entry.Number),
                (request, entry) => new { RequestNumber = request.Number, Entry = entry })
            .OrderBy(row => row.RequestNumber).ThenBy(row => row.Entry.Number)
            .AsAsyncEnumerable();
        StoredHistory? current = null;
        var entries = new List<HistoryEntry>();
        await foreach (var row in rows.WithCancellation(cancel))
        {
            if (current is not null && current.Number != row.RequestNumber)
            {
                yield return current;
                entries = [];
            }

            entries.Add(row.Entry.ToEntry());
            current = new StoredHistory(row.Entry.RequestId, row.RequestNumber, entries);
        }

        if (current is not null) yield return current;
    }
}

/// <summary>The history of one request.</summary>
public sealed record StoredHistory(Guid Id, int Number, IReadOnlyList<HistoryEntry> Entries);
