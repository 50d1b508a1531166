using System.Text.Json;
using System.Text.Json.Serialization;
using DeploymentRouter.Core.Growth;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Growth;

/// <summary>Copies what a request's readings say together to where the radar reads it.</summary>
internal static partial class GrowthProjection
{
    public static async Task WriteAsync(RouterDb db, Request request, CancellationToken cancel)
    {
        if (!request.NewEntries.Any(entry => entry.What is ReadingRecorded or ReadingWithdrawn or OverCleared or Undone)) return;
        if (request.Growth is { } facts)
            await db.Database.ExecuteSqlAsync($"INSERT OR REPLACE INTO Growth(RequestId, Facts) VALUES ({request.Id}, {JsonSerializer.Serialize(facts, FactsJson.Default.GrowthFacts)})", cancel);
        else
            await db.Growth.Where(row => row.RequestId == request.Id).ExecuteDeleteAsync(cancel);
    }

    public static GrowthFacts? Read(string? facts) => facts is null ? null : JsonSerializer.Deserialize(facts, FactsJson.Default.GrowthFacts);

    // Read by the thousand for one page: compiled, not reflected.
    [JsonSerializable(typeof(GrowthFacts))]
    private sealed partial class FactsJson : JsonSerializerContext;
}
