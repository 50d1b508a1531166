using DeploymentRouter.Core.Clocks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>The facts under the title: strategy, stage, who has the ball, until when.</summary>
/// <param name="Strategy">Short name; null while undecided.</param>
/// <param name="Mark">What tells apart the rows of one strategy, for example "waiting on Cloud".</param>
/// <param name="Computed">What the rules said instead, if a person overrode them.</param>
/// <param name="TeamId">Who has the ball; null: nobody any more.</param>
/// <param name="Promise">"Due" or, for an estimate, "Aim".</param>
public sealed record HeadView(
    string Number,
    string? Strategy,
    string? Mark,
    string? Computed,
    string Stage,
    string? TeamId,
    string TeamName,
    string? Person,
    string Promise,
    ClockLook? Clock,
    string? ClockSays)
{
    public static HeadView Of(Request request, DateTime now)
    {
        var playbook = request.Playbook;
        var clock = request.OwnerTeamId is null ? null : StageClock.Of(request.Current, request.Form, playbook, now);
        return new HeadView(
            RequestNumber.Text(request.Number),
            Named.Strategy(playbook, request.StrategyId),
            request.Decision.Outcome == request.StrategyId ? request.Decision.Mark : null,
            request.Override is null ? null : Named.Strategy(playbook, request.Decision.Outcome) ?? "undecided",
            StageText(request),
            request.OwnerTeamId,
            request.OwnerTeamId is { } team ? Named.Team(playbook, team) : "",
            request.OwnerTeamId is null ? null : request.Current.Assignee?.Name,
            clock is { Due.IsEstimate: true } ? "Aim" : "Due",
            clock is null ? null : ClockLook.Of(clock, now),
            clock?.Sentence);
    }

    private static string StageText(Request request) => request.State switch
    {
        RequestState.Withdrawn => $"Withdrawn from {request.Current.Stage.Name}",
        RequestState.Delivered when request.OwnerTeamId is null => "Delivered",
        RequestState.Delivered => $"{request.Current.Stage.Name}, delivered",
        RequestState.OnHold => $"{request.Current.Stage.Name}, on hold",
        _ => request.Current.Stage.Name,
    };
}
