using System.Linq.Expressions;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Queues;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Schema;

namespace DeploymentRouter.Persistence.Queues;

/// <summary>One line of a queue, as a list shows it.</summary>
/// <param name="TeamId">The team it waits for.</param>
/// <param name="Says">What is asked of the team.</param>
/// <param name="Since">UTC; since when it waits for the team.</param>
/// <param name="HasBall">Whether the team owns the request; the clock belongs to the owner.</param>
/// <param name="Priority">0, like <paramref name="PriorityPoints"/> empty, for a reader who may not see what is in it.</param>
/// <param name="PriorityPoints">The points of each part, with spaces between.</param>
/// <param name="DecidedBy">The answers that carry the decision.</param>
/// <param name="Order">Its place in the queue; smaller is first. To compare by, not to show: the priority is in it.</param>
/// <param name="PinReason">Why it stands first; null: it is not pinned.</param>
public sealed record QueueLine(
    Guid RequestId,
    int Number,
    string CustomerName,
    string TeamId,
    Ask Ask,
    string Says,
    string StageName,
    DateTime Since,
    bool HasBall,
    string? AssigneeId,
    string? AssigneeName,
    RequestState State,
    DateOnly? HoldUntil,
    DateTime? ClockFrom,
    DateTime? DueAt,
    bool DueIsEstimate,
    int Priority,
    string PriorityPoints,
    string DecidedBy,
    string Order,
    string? PinReason,
    string? PinnedByName,
    DateTime? PinnedAt)
{
    /// <summary>Whether the reader sees the priority.</summary>
    public bool ShowsPriority => PriorityPoints.Length > 0;

    // The total and the other parts together would tell what the value gave.
    internal QueueLine For(Sight sight) => sight.SeesCommercial ? this : this with { Priority = 0, PriorityPoints = "" };

    internal static Expression<Func<QueueRow, RequestRow, QueueLine>> Of { get; } = (q, r) => new QueueLine(
        r.Id,
        r.Number,
        r.CustomerName,
        q.TeamId,
        q.Ask,
        q.Says,
        r.StageName,
        q.Since,
        q.TeamId == r.OwnerTeamId,
        q.AssigneeId,
        q.AssigneeName,
        r.State,
        r.HoldUntil,
        q.TeamId == r.OwnerTeamId && q.Ask != Ask.DecideOnTrial ? r.ClockFrom : q.DueAt == null ? null : q.Since,
        q.TeamId == r.OwnerTeamId && q.Ask != Ask.DecideOnTrial ? r.DueAt : q.DueAt,
        q.TeamId == r.OwnerTeamId && q.Ask != Ask.DecideOnTrial && r.DueIsEstimate,
        r.Priority,
        r.PriorityPoints,
        r.DecidedBy,
        q.Order,
        q.PinReason,
        q.PinnedByName,
        q.PinnedAt);
}
