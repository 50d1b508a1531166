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
    /// <returns>Whether anything is other than before.</returns>
    public static async Task<bool> WriteAsync(RouterDb db, Request request, CancellationToken cancel)
    {
        // The row stays: whoever looks at the radar is told by it that a change of this request matters there.
        if (request.Watch is not { } watch)
            return await db.Growth.Where(row => row.RequestId == request.Id && row.IsWatched).ExecuteUpdateAsync(row => row.SetProperty(g => g.IsWatched, false), cancel) > 0;
        var facts = request.Growth is { } read ? JsonSerializer.Serialize(read, FactsJson.Default.GrowthFacts) : null;
        return await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO Growth(RequestId, IsWatched, IsEngaged, WatcherId, Facts) VALUES ({request.Id}, 1, {watch != request.Current}, {request.Watcher?.PersonId}, {facts})
            ON CONFLICT(RequestId) DO UPDATE SET IsWatched = 1, IsEngaged = excluded.IsEngaged, WatcherId = excluded.WatcherId, Facts = excluded.Facts
            WHERE IsWatched <> 1 OR IsEngaged <> excluded.IsEngaged OR WatcherId IS NOT excluded.WatcherId OR Facts IS NOT excluded.Facts
            """,
            cancel) > 0;
    }

    public static GrowthFacts? Read(string? facts) => facts is null ? null : JsonSerializer.Deserialize(facts, FactsJson.Default.GrowthFacts);

    // Read by the thousand for one page: compiled, not reflected.
    [JsonSerializable(typeof(GrowthFacts))]
    private sealed partial class FactsJson : JsonSerializerContext;
}
