using System.Linq.Expressions;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Schema;

namespace DeploymentRouter.Persistence.Requests;

/// <summary>What the list reads of a row.</summary>
internal sealed record RequestListRow(
    Guid Id,
    int Number,
    string CustomerName,
    string CustomerKey,
    RequestState State,
    string? StrategyId,
    bool IsOverridden,
    string StageName,
    DateTime StageStartedAt,
    string? OwnerTeamId,
    string? AssigneeName,
    DateTime? ClockFrom,
    DateTime? DueAt,
    DateTime DueOrder,
    bool DueIsEstimate,
    DateOnly? HoldUntil,
    DateTime OpenedAt,
    DateTime ChangedAt)
{
    public static Expression<Func<RequestRow, RequestListRow>> Of { get; } = r => new RequestListRow(
        r.Id, r.Number, r.CustomerName, r.CustomerKey, r.State, r.StrategyId, r.IsOverridden, r.StageName, r.StageStartedAt, r.OwnerTeamId,
        r.AssigneeName, r.ClockFrom, r.DueAt, r.DueOrder, r.DueIsEstimate, r.HoldUntil, r.OpenedAt, r.ChangedAt);

    public RequestListItem Item(RequestOrder order, IEnumerable<ListedWait> waits) => new(
        Key(order), Id, Number, CustomerName, State, StrategyId, IsOverridden, StageName, StageStartedAt, OwnerTeamId, AssigneeName, ClockFrom, DueAt,
        DueIsEstimate, HoldUntil, OpenedAt, ChangedAt, [.. waits.OrderBy(wait => wait.TeamId != OwnerTeamId)]);

    private string Key(RequestOrder order) => order switch
    {
        RequestOrder.Changed => RequestCursor.Write(ChangedAt),
        RequestOrder.Opened => RequestCursor.Write(OpenedAt),
        RequestOrder.Due => RequestCursor.Write(DueOrder),
        _ => CustomerKey,
    };
}
