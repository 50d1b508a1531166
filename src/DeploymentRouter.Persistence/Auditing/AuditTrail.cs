using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Auditing;

/// <summary>Reads the audit. Its lines are numbered as they are written, so a place in it is a number.</summary>
public sealed class AuditTrail(IDbContextFactory<RouterDb> factory)
{
    public const int PageSize = 50;

    /// <summary>How many lines an export holds at most, the newest ones.</summary>
    public const int MostExported = 100_000;

    private const string Escape = "\\";

    private static readonly Expression<Func<AuditRow, AuditEntry>> ToEntry =
        row => new AuditEntry(row.Id, row.At, row.ByName, row.Kind, row.Text, row.Subject, row.Address);

    /// <summary>The newest lines, or those beside a place.</summary>
    /// <param name="olderThan">The line after which the page begins; null: not said.</param>
    /// <param name="newerThan">The line before which the page ends; only looked at without <paramref name="olderThan"/>.</param>
    public async Task<AuditPage> PageAsync(AuditFilter filter, long? olderThan = null, long? newerThan = null, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var rows = Find(db, filter);
        if (olderThan is null && newerThan is { } floor)
        {
            var above = await rows.Where(row => row.Id > floor).OrderBy(row => row.Id).Take(PageSize + 1).Select(ToEntry).ToListAsync(cancel);
            return new AuditPage([.. above.Take(PageSize).Reverse()], HasNewer: above.Count > PageSize, HasOlder: true);
        }

        if (olderThan is { } ceiling) rows = rows.Where(row => row.Id < ceiling);
        var lines = await rows.OrderByDescending(row => row.Id).Take(PageSize + 1).Select(ToEntry).ToListAsync(cancel);
        return new AuditPage([.. lines.Take(PageSize)], HasNewer: olderThan is not null, HasOlder: lines.Count > PageSize);
    }

    /// <summary>Every line, the newest first, up to <see cref="MostExported"/>, as they come from the database.</summary>
    public async IAsyncEnumerable<AuditEntry> AllAsync(AuditFilter filter, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await foreach (var line in Find(db, filter).OrderByDescending(row => row.Id).Take(MostExported).Select(ToEntry).AsAsyncEnumerable().WithCancellation(cancel))
            yield return line;
    }

    private static IQueryable<AuditRow> Find(RouterDb db, AuditFilter filter)
    {
        var rows = db.Audit.AsNoTracking();
        if (filter.Area is { } area) rows = rows.Where(row => row.Area == area);
        if (filter.Person is { } person)
        {
            var pattern = $"%{Literal(person)}%";
            rows = rows.Where(row => EF.Functions.Like(row.ByName, pattern, Escape) || EF.Functions.Like(row.Text, pattern, Escape));
        }

        if (filter.From?.ToDateTime(default, DateTimeKind.Utc) is { } from) rows = rows.Where(row => row.At >= from);
        // The last day of the calendar has no day after it.
        if (filter.To is { } to && to < DateOnly.MaxValue)
        {
            var end = to.AddDays(1).ToDateTime(default, DateTimeKind.Utc);
            rows = rows.Where(row => row.At < end);
        }

        return rows;
    }

    private static string Literal(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
