using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Queues;
using DeploymentRouter.Web.Api.Queues;
using DeploymentRouter.Web.Api.Requests;

namespace DeploymentRouter.Web.Api.Me;

/// <param name="Team">Null: none, for an administrator.</param>
/// <param name="Rights">What the person may do beyond acts on requests.</param>
/// <param name="Scopes">What the token may be used for.</param>
internal sealed record MeJson(PersonJson Person, string? Team, bool IsAdmin, IReadOnlyList<Right> Rights, IReadOnlyList<TokenScope> Scopes);

/// <summary>What the caller has to do with; at most 50 of each.</summary>
/// <param name="Assigned">Assigned to them.</param>
/// <param name="Untaken">Of their team, and nobody took it yet.</param>
/// <param name="Followed">The last changed first.</param>
/// <param name="Filed">Filed by them and with another team now.</param>
internal sealed record WorkJson(
    IReadOnlyList<QueueLineJson> Assigned, IReadOnlyList<QueueLineJson> Untaken, IReadOnlyList<WatchedJson> Followed, IReadOnlyList<WatchedJson> Filed);

/// <summary>A request that somebody watches rather than acts on.</summary>
/// <param name="Stage">The name of its stage.</param>
/// <param name="Assignee">A name; null: nobody.</param>
internal sealed record WatchedJson(
    Guid Id, int Number, string Customer, RequestState State, string? Strategy, string Stage, string? OwnerTeam, string? Assignee, DateTime StageStartedAt, DateTime? DueAt, bool DueIsEstimate, DateTime ChangedAt)
{
    public static WatchedJson Of(RequestLine line) => new(
        line.RequestId, line.Number, line.CustomerName, line.State, line.StrategyId, line.StageName, line.OwnerTeamId, line.AssigneeName,
        line.StageStartedAt, line.DueAt, line.DueIsEstimate, line.ChangedAt);
}
