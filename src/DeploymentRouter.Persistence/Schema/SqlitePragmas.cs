using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DeploymentRouter.Persistence.Schema;

/// <summary>
/// Settings of each SQLite connection. Write-ahead logging is not among them: the file remembers it, and asking for it on a
/// read-only open would fail.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // FULL: an acknowledged write survives a power cut. secure_delete: what is deleted is overwritten, not only forgotten.
    private const string Pragmas = "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
