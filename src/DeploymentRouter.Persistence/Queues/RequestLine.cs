using System.Linq.Expressions;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Schema;

namespace DeploymentRouter.Persistence.Queues;

/// <summary>A request as a list shows it to somebody who watches rather than acts.</summary>
public sealed record RequestLine(
    Guid RequestId,
    int Number,
    string CustomerName,
    RequestState State,
    string? StrategyId,
    string StageName,
    string? OwnerTeamId,
    string? AssigneeName,
    DateTime StageStartedAt,
    DateTime? ClockFrom,
    DateTime? DueAt,
    bool DueIsEstimate,
    DateOnly? HoldUntil,
    DateTime ChangedAt)
{
    internal static Expression<Func<RequestRow, RequestLine>> Of { get; } = r => new RequestLine(
        r.Id, r.Number, r.CustomerName, r.State, r.StrategyId, r.StageName, r.OwnerTeamId, r.AssigneeName,
        r.StageStartedAt, r.ClockFrom, r.DueAt, r.DueIsEstimate, r.HoldUntil, r.ChangedAt);
}
