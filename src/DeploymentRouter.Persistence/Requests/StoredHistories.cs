using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Persistence.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Requests;

/// <summary>Reads the histories of all requests from a data directory, without changing anything there.</summary>
public sealed class StoredHistories
{
    private readonly DbContextOptions<RouterDb> _options;

    private StoredHistories(string file) => _options = new DbContextOptionsBuilder<RouterDb>().UseSqlite(Connection(file)).Options;

    /// <summary>How to open the database without leaving anything beside it.</summary>
    internal static string Connection(string file)
    {
        // While nobody has the database open there is no log beside it. A reader would leave one there, as its own, in which an
        // application that runs as somebody else could not write.
        var source = File.Exists(file + "-wal") ? file : $"{new Uri(file).AbsoluteUri}?immutable=1";
        // A pooled connection would keep the file open behind the caller's back.
        return new SqliteConnectionStringBuilder { DataSource = source, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();
    }

    /// <summary>The histories in a directory, or a sentence that says why they cannot be read.</summary>
    public static async Task<(StoredHistories? Histories, string? Refused)> OpenAsync(string directory, CancellationToken cancel = default)
    {
        var file = Path.Combine(Path.GetFullPath(directory), RouterData.DatabaseFile);
        if (!File.Exists(file)) return (null, $"There is no database in {directory}. Set Data:Directory to the directory of the installation.");
        var histories = new StoredHistories(file);
        try
        {
            await using var db = new RouterDb(histories._options);
            var (known, applied) = (db.Database.GetMigrations(), await db.Database.GetAppliedMigrationsAsync(cancel));
            return known.SequenceEqual(applied, StringComparer.Ordinal) ? (histories, null)
                : (null, $"The database in {directory} is of another version of DeploymentRouter. Start the web application of this version once, or use the other version.");
        }
        catch (SqliteException refused)
        {
            return (null, $"The database in {directory} cannot be read. {refused.Message}");
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
