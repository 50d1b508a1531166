using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Persistence.Tests.Queues;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Tests.Growth;

/// <summary>Many accounts like the first one, DR-1001: DR-5001, DR-5002 and so on.</summary>
internal static class Crowd
{
    public static async Task MultiplyAsync(Office office, int times)
    {
        await using var db = await office.Get<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
        var requests = await ColumnsAsync(db, "Requests", "Id", "Number", "SubmissionKey");
        var (history, growth) = (await ColumnsAsync(db, "History", "RequestId"), await ColumnsAsync(db, "Growth", "RequestId"));
#pragma warning disable EF1002, EF1003 // Column names of our own tables.
        await db.Database.ExecuteSqlRawAsync(
            $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {times}) "
            + $"INSERT INTO Requests(Id, Number, SubmissionKey, {requests}) SELECT upper(printf('00000000-0000-4000-8000-%012x', i)), 5000 + i, upper(printf('00000000-0000-4000-9000-%012x', i)), {requests} FROM Requests, n WHERE Number = 1001");
        foreach (var (table, columns) in new[] { ("History", history), ("Growth", growth) })
        {
            await db.Database.ExecuteSqlRawAsync(
                $"INSERT INTO {table}(RequestId, {columns}) SELECT r.Id, {string.Join(", ", columns.Split(", ").Select(column => "t." + column))} FROM Requests r, {table} t "
                + "WHERE r.Number > 5000 AND t.RequestId = (SELECT Id FROM Requests WHERE Number = 1001)");
        }
#pragma warning restore EF1002, EF1003
    }

    private static async Task<string> ColumnsAsync(RouterDb db, string table, params string[] without) => string.Join(
        ", ", (await db.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info({table})").ToListAsync()).Except(without, StringComparer.Ordinal));
}
