namespace DeploymentRouter.Persistence.Queues;

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
