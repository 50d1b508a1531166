using System.Text.Json;
using System.Text.Json.Serialization;
using DeploymentRouter.Core.Growth;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Growth;

/// <summary>Copies what the radar reads of a request to where it reads it.</summary>
internal static partial class GrowthProjection
{
    public static async Task WriteAsync(RouterDb db, Request request, CancellationToken cancel)
    {
        if (request.Watch is { } watch)
        {
            var facts = request.Growth is { } read ? JsonSerializer.Serialize(read, FactsJson.Default.GrowthFacts) : null;
            await db.Database.ExecuteSqlAsync(
                $"INSERT OR REPLACE INTO Growth(RequestId, IsWatched, IsEngaged, WatcherId, Facts) VALUES ({request.Id}, 1, {watch != request.Current}, {request.Watcher?.PersonId}, {facts})", cancel);
        }
        else
        {
            // The row stays: whoever looks at the radar is told by it that a change of this request matters there.
            await db.Growth.Where(row => row.RequestId == request.Id && row.IsWatched).ExecuteUpdateAsync(row => row.SetProperty(g => g.IsWatched, false), cancel);
        }
    }

    public static GrowthFacts? Read(string? facts) => facts is null ? null : JsonSerializer.Deserialize(facts, FactsJson.Default.GrowthFacts);

    // Read by the thousand for one page: compiled, not reflected.
    [JsonSerializable(typeof(GrowthFacts))]
    private sealed partial class FactsJson : JsonSerializerContext;
}
