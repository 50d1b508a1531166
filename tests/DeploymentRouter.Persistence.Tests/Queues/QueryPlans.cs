using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DeploymentRouter.Persistence.Tests.Queues;

/// <summary>Asks SQLite how it runs each query that passes.</summary>
public sealed class QueryPlans : DbCommandInterceptor
{
    private readonly List<string> _steps = [];

    /// <summary>The steps of every query since the last time they were taken.</summary>
    public IReadOnlyList<string> Take()
    {
        var steps = _steps.ToArray();
        _steps.Clear();
        return steps;
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase))
        {
            var query = command.CommandText;
#pragma warning disable CA2100 // The query is EF's own.
            command.CommandText = "EXPLAIN QUERY PLAN " + query;
            await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
                while (await reader.ReadAsync(cancellationToken)) _steps.Add(reader.GetString(3));
            command.CommandText = query;
#pragma warning restore CA2100
        }

        return await base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
