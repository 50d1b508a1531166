using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Queues;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.Features.Requests.Detail;

namespace DeploymentRouter.Web.Features.Requests.Listing;

/// <summary>One account in the list: what, who, since when, until when, waiting for what.</summary>
/// <param name="Strategy">Short name; null: needs information.</param>
/// <param name="Since">Since when the stage runs.</param>
/// <param name="Clock">Null: nothing is due.</param>
/// <param name="Waits">What it waits for; empty: for the work to be done.</param>
public sealed record ListLine(
    int Number,
    string NumberText,
    string Customer,
    string? Strategy,
    bool IsOverridden,
    string Stage,
    string? TeamId,
    string TeamName,
    string? Person,
    DateTime Since,
    ClockLook? Clock,
    string Waits,
    DateTime ChangedAt)
{
    public static ListLine Of(RequestListItem item, Playbook playbook, DateTime now) => new(
        item.Number,
        RequestNumber.Text(item.Number),
        item.Customer,
        Named.Strategy(playbook, item.StrategyId),
        item.IsOverridden,
        item.StageName,
        item.OwnerTeamId,
        item.OwnerTeamId is { } team ? Named.Team(playbook, team) : "",
        item.OwnerTeamId is null ? null : item.AssigneeName,
        item.StageStartedAt,
        ClockOf(item, now),
        WaitsOf(item, playbook, now),
        item.ChangedAt);

    private static ClockLook? ClockOf(RequestListItem item, DateTime now) =>
        item.State is RequestState.OnHold ? new ClockLook("Paused", "Paused", 0, ClockState.Held)
        : item.DueAt is { } due ? ClockLook.Of(due, item.DueIsEstimate, item.ClockFrom ?? item.StageStartedAt, now)
        : null;

    private static string WaitsOf(RequestListItem item, Playbook playbook, DateTime now) => item switch
    {
        { State: RequestState.Withdrawn } => "Withdrawn",
        { State: RequestState.Delivered, Waits.Count: 0 } => "Delivered",
        { State: RequestState.OnHold } => ClockLook.OnHold(item.HoldUntil, now).Words,
        _ => Wording.AndList([.. item.Waits.Select(wait => WaitOf(wait, Named.Team(playbook, wait.TeamId))).OfType<string>().Distinct(StringComparer.Ordinal)]),
    };

    // Work needs no words: the stage says it. What another team was asked for is said of that team, not of who waits.
    private static string? WaitOf(ListedWait wait, string team) => wait.Ask switch
    {
        Ask.Review => $"{team} to review",
        Ask.AcceptHandOver => $"{team} to accept",
        Ask.Answer => $"{team} to answer",
        Ask.Operation => $"{team}: {wait.Says}",
        Ask.DecideOnTrial => $"{team} to decide on the trial",
        Ask.AfterDecline => $"{team} to decide after a decline",
        Ask.Work when !wait.Says.StartsWith("Work", StringComparison.Ordinal) => $"{team}, {wait.Says.Split(':')[0].ToLowerInvariant()}",
        _ => null,
    };
}
