using System.Text.Json;
using DeploymentRouter.Core.Requests.Attachments;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Persistence.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace DeploymentRouter.Persistence.Files;

/// <summary>Deletes the bytes that no history names any more. A history that cannot be read may name any of them: then all stay.</summary>
internal static partial class FileSweep
{
    public static async Task RunAsync(RouterDb db, FileStore files, DateTime now, ILogger logger, CancellationToken cancel)
    {
        try
        {
            var named = await NamedAsync(db, now, cancel);
            files.Sweep(named.Contains, now);
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException or SqliteException or IOException)
        {
            LogSkipped(logger, failure);
        }
    }

    // Attached now, or until less than a day ago. What cannot be read is read too, to fail.
    private static async Task<HashSet<string>> NamedAsync(RouterDb db, DateTime now, CancellationToken cancel)
    {
        var rows = await db.History.FromSql(
            $"""SELECT * FROM History WHERE NOT json_valid(What) OR What LIKE '%"file-attached"%' OR What LIKE '%"file-removed"%'""")
            .AsNoTracking().OrderBy(row => row.Number).ToListAsync(cancel);
        var attached = new Dictionary<(Guid Request, int Entry), string>();
        foreach (var row in rows)
        {
            var what = HistoryJson.Read(row.What);
            if (what is FileAttached file) attached[(row.RequestId, row.Number)] = file.Sha256;
            else if (what is FileRemoved removed && now - row.At >= AttachmentLimits.KeptAfterRemoval) attached.Remove((row.RequestId, removed.Attached));
        }

        return attached.Values.ToHashSet(StringComparer.Ordinal);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Files that nobody needs any more were not deleted.")]
    private static partial void LogSkipped(ILogger logger, Exception failure);
}
