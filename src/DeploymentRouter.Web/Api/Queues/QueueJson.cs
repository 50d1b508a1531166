using System.Globalization;
using DeploymentRouter.Core.Queues;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Queues;
using DeploymentRouter.Web.Api.Requests;

namespace DeploymentRouter.Web.Api.Queues;

/// <param name="Items">In the playbook's order.</param>
internal sealed record QueuesJson(IReadOnlyList<QueueJson> Items);

/// <summary>What waits for a team, in numbers; each counted up to 1,000.</summary>
/// <param name="OldestSince">Since when the oldest waits; null: nothing waits.</param>
internal sealed record QueueJson(string Team, int Waiting, int Late, int DueToday, DateTime? OldestSince)
{
    public static QueueJson Of(QueueSummary queue) => new(queue.TeamId, queue.Waiting, queue.Late, queue.DueToday, queue.OldestSince);
}

/// <summary>A page of a queue, the first to act on first.</summary>
/// <param name="Next">The address of the page after it; null: it is the last one.</param>
/// <param name="Bandwidth">How many requests that wait for its review the team can take; null: nobody has said.</param>
internal sealed record QueuePageJson(IReadOnlyList<QueueLineJson> Items, string? Next, int? Bandwidth);

/// <summary>A line of a queue.</summary>
/// <param name="Says">What is asked of the team.</param>
/// <param name="Since">Since when it waits for the team.</param>
/// <param name="HasBall">The team owns the request; otherwise another one does and asks.</param>
/// <param name="DueAt">Null: nothing is promised.</param>
/// <param name="Score">How it ranks; null: the team works by due time, or it is not shown to the caller, because some of it comes from revenue.</param>
/// <param name="IsBelowCut">The team cannot take it now.</param>
/// <param name="Pinned">Why it stands first; null: it is not pinned.</param>
internal sealed record QueueLineJson(
    Guid Id,
    int Number,
    string Customer,
    Ask Ask,
    string Says,
    string Stage,
    DateTime Since,
    bool HasBall,
    PersonJson? Assignee,
    RequestState State,
    DateOnly? HoldUntil,
    DateTime? DueAt,
    bool DueIsEstimate,
    ScoreJson? Score,
    bool IsBelowCut,
    string? Pinned)
{
    /// <param name="parts">What a score is made of; null: the caller is not shown.</param>
    public static QueueLineJson Of(QueueLine line, bool isBelowCut, IReadOnlyList<PriorityPart>? parts) => new(
        line.RequestId, line.Number, line.CustomerName, line.Ask, line.Says, line.StageName, line.Since, line.HasBall,
        line is { AssigneeId: { } id, AssigneeName: { } name } ? new PersonJson(id, name) : null,
        line.State, line.HoldUntil, line.DueAt, line.DueIsEstimate,
        parts is null ? null : ScoreJson.Of(line, parts),
        isBelowCut, line.PinReason);
}

/// <param name="Points">0 to 100.</param>
/// <param name="Parts">What they are made of.</param>
internal sealed record ScoreJson(int Points, IReadOnlyList<ScorePartJson> Parts)
{
    public static ScoreJson Of(QueueLine line, IReadOnlyList<PriorityPart> parts) => new(
        line.Priority,
        [.. parts.Zip(line.PriorityPoints.Split(' ', StringSplitOptions.RemoveEmptyEntries), (part, points) =>
            new ScorePartJson(part.Name, int.Parse(points, CultureInfo.InvariantCulture), part.Maximum))]);
}

/// <param name="Maximum">The most this part can give.</param>
internal sealed record ScorePartJson(string Name, int Points, int Maximum);

/// <param name="Items">What was said, the newest first.</param>
internal sealed record BandwidthsJson(IReadOnlyList<BandwidthJson> Items);

/// <param name="Requests">Null: no cut.</param>
internal sealed record BandwidthJson(int? Requests, string By, DateTime At);
