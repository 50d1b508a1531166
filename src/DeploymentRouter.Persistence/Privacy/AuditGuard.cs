using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Privacy;

/// <summary>
/// The database refuses to change or remove a line of the audit. For the two reasons there are, somebody's right to be forgotten and the end
/// of how long lines are kept, the refusal is lifted inside one transaction and is back when it ends, however it ends.
/// </summary>
internal static class AuditGuard
{
    public static async Task WithoutAsync(RouterDb db, Func<Task> change, CancellationToken cancel)
    {
        var triggers = await db.Database
            .SqlQuery<Trigger>($"SELECT name AS Name, sql AS Sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'Audit'")
            .ToListAsync(cancel);
        foreach (var trigger in triggers) await RunAsync(db, $"DROP TRIGGER \"{trigger.Name}\"", cancel);
        await change();
        foreach (var trigger in triggers) await RunAsync(db, trigger.Sql, cancel);
    }

    private static Task<int> RunAsync(RouterDb db, string sql, CancellationToken cancel) => db.Database.ExecuteSqlRawAsync(sql, cancel);

    private sealed record Trigger(string Name, string Sql);
}
