using DeploymentRouter.Persistence.Schema;

namespace DeploymentRouter.Persistence.Queues;

/// <summary>Lines are written when something happens; some begin or end by themselves.</summary>
internal static class QueueTimes
{
    /// <summary>What is in the queues at an instant (UTC).</summary>
    public static IQueryable<QueueRow> At(this IQueryable<QueueRow> rows, DateTime now) => rows.Where(q => q.From <= now && q.Until > now);
}

/// <summary>Whether requests on hold are among those shown.</summary>
public enum OnHold
{
    Shown,
    Hidden,
    Only,
}

/// <summary>Which lines of a queue are wanted.</summary>
/// <param name="StageId">Null: of every stage.</param>
/// <param name="AssigneeId"><see cref="Nobody"/>: assigned to nobody; null: to anybody.</param>
public sealed record QueueFilter(string? StageId = null, string? AssigneeId = null, OnHold OnHold = OnHold.Shown)
{
    public const string Nobody = "nobody";
}
