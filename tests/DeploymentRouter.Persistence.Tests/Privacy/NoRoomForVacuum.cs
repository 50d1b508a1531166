using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DeploymentRouter.Persistence.Tests.Privacy;

/// <summary>A disk that has no room for the database once more, while <see cref="IsFull"/>.</summary>
internal sealed class NoRoomForVacuum : DbCommandInterceptor
{
    private const int SqliteFull = 13;

    public bool IsFull { get; set; }

    public int Tries { get; private set; }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (!command.CommandText.Contains("VACUUM", StringComparison.OrdinalIgnoreCase)) return new(result);
        Tries++;
        return IsFull ? throw new SqliteException("database or disk is full", SqliteFull) : new(result);
    }
}
