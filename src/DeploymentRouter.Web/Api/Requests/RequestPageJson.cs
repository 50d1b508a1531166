using DeploymentRouter.Core.Queues;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Requests;

namespace DeploymentRouter.Web.Api.Requests;

/// <summary>A page of requests.</summary>
/// <param name="Next">The address of the page after it; null: it is the last one.</param>
/// <param name="Previous">The address of the page before it; null: it is the first one.</param>
/// <param name="IsCutShort">The words match so many requests that only the latest were looked at.</param>
internal sealed record RequestPageJson(IReadOnlyList<RequestLineJson> Items, string? Next, string? Previous, bool IsCutShort);

/// <summary>A request in a list.</summary>
/// <param name="Strategy">Null while undecided.</param>
/// <param name="Stage">The name of its stage.</param>
/// <param name="OwnerTeam">Who has the ball; null: nobody any more.</param>
/// <param name="Assignee">A name; null: nobody.</param>
/// <param name="DueAt">Null: nothing is promised.</param>
/// <param name="HoldUntil">The last day of the hold; null: none, or no day is set.</param>
/// <param name="Waits">What it waits for, the owner first.</param>
internal sealed record RequestLineJson(
    Guid Id,
    int Number,
    string Customer,
    RequestState State,
    string? Strategy,
    bool IsOverridden,
    string Stage,
    DateTime StageStartedAt,
    string? OwnerTeam,
    string? Assignee,
    DateTime? DueAt,
    bool DueIsEstimate,
    DateOnly? HoldUntil,
    DateTime OpenedAt,
    DateTime ChangedAt,
    IReadOnlyList<WaitJson> Waits)
{
    public static RequestLineJson Of(RequestListItem item) => new(
        item.Id, item.Number, item.Customer, item.State, item.StrategyId, item.IsOverridden, item.StageName, item.StageStartedAt, item.OwnerTeamId, item.AssigneeName,
        item.DueAt, item.DueIsEstimate, item.HoldUntil, item.OpenedAt, item.ChangedAt, [.. item.Waits.Select(wait => new WaitJson(wait.TeamId, wait.Ask, wait.Says))]);
}

/// <summary>What a team is asked for.</summary>
/// <param name="Says">In words.</param>
internal sealed record WaitJson(string Team, Ask Ask, string Says);
