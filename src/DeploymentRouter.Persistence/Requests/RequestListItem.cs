using DeploymentRouter.Core.Queues;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Persistence.Requests;

/// <summary>One request in the list of all requests.</summary>
/// <param name="Key">Its value in the list's order.</param>
/// <param name="OwnerTeamId">Who has the ball; null: nobody any more.</param>
/// <param name="Waits">What it waits for, the owner first.</param>
public sealed record RequestListItem(
    string Key,
    Guid Id,
    int Number,
    string Customer,
    RequestState State,
    string? StrategyId,
    bool IsOverridden,
    string StageName,
    DateTime StageStartedAt,
    string? OwnerTeamId,
    string? AssigneeName,
    DateTime? ClockFrom,
    DateTime? DueAt,
    bool DueIsEstimate,
    DateOnly? HoldUntil,
    DateTime OpenedAt,
    DateTime ChangedAt,
    IReadOnlyList<ListedWait> Waits);

/// <summary>What a team is asked for.</summary>
/// <param name="Says">The ask in words.</param>
public sealed record ListedWait(string TeamId, Ask Ask, string Says);

/// <summary>A page of the list.</summary>
/// <param name="HasEarlier">Whether there are requests before the first one shown.</param>
/// <param name="HasMore">Whether there are requests after the last one shown.</param>
/// <param name="IsCutShort">The words match so many requests that only the latest of them were looked at.</param>
public sealed record RequestListPage(IReadOnlyList<RequestListItem> Items, bool HasEarlier, bool HasMore, bool IsCutShort);
