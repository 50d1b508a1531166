using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Requests;

/// <summary>Which requests a person follows.</summary>
public sealed class Following(IDbContextFactory<RouterDb> factory, WriteGate gate)
{
    public async Task<bool> FollowsAsync(string personId, Guid requestId, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Follows.AnyAsync(f => f.PersonId == personId && f.RequestId == requestId, cancel);
    }

    public async Task SetAsync(string personId, Guid requestId, bool follows, CancellationToken cancel = default) =>
        await gate.RunAsync(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            return follows
                ? await db.Database.ExecuteSqlAsync(
                    $"INSERT OR IGNORE INTO Follows(PersonId, RequestId) VALUES ({personId}, {requestId})", cancel)
                : await db.Follows.Where(f => f.PersonId == personId && f.RequestId == requestId).ExecuteDeleteAsync(cancel);
        }, cancel);
}
