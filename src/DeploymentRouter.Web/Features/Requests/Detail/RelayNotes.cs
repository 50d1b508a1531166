using DeploymentRouter.Core.Clocks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Web.Components.Parts;
using StageClockState = DeploymentRouter.Core.Clocks.ClockState;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>What is worth saying of one stay in a stage, beside its dates.</summary>
public static class RelayNotes
{
    public static string Of(Request request, StageVisit visit, StageClock? clock, DateTime now) =>
        string.Join(", ", Notes(request, visit, clock, now));

    private static IEnumerable<string> Notes(Request request, StageVisit visit, StageClock? clock, DateTime now)
    {
        if (visit.AwaitsAcceptance) yield return $"{Named.Team(request.Playbook, visit.TeamId)} has not accepted yet";
        else if (visit.AcceptedAt is { } accepted) yield return BothTimes(visit.OfferedAt ?? visit.StartedAt, accepted, now);
        else if (visit is { OfferedAt: not null, EndedAt: null }) yield return $"{Named.Team(request.Playbook, visit.Stage.ReceiverTeamId!)} has not accepted yet";

        if (visit.End is { } end && EndText(end) is { } text) yield return text;
        if (HeldFor(visit, now) is { Ticks: > 0 } held) yield return $"on hold for {SpanText.InList(held)}";
        switch (clock?.State)
        {
            case StageClockState.Met when !clock.Due.IsEstimate && visit.End is not StageEnd.Withdrawn:
                yield return "in time";
                break;
            case StageClockState.Missed:
                yield return $"late by {SpanText.InList(visit.EndedAt!.Value - clock.Due.At)}";
                break;
        }
    }

    private static string BothTimes(DateTime offered, DateTime accepted, DateTime now) =>
        $"offered {WhenText.Moment(offered, now)}, accepted {WhenText.Moment(accepted, now)}, after {SpanText.InList(accepted - offered)}";

    private static string? EndText(StageEnd end) => end switch
    {
        StageEnd.Completed => null,
        StageEnd.SentBack => "sent back",
        StageEnd.Declined => "declined",
        StageEnd.Returned => "returned",
        StageEnd.Rerouted => "re-routed",
        StageEnd.Withdrawn => "withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(end), end, null),
    };

    private static TimeSpan HeldFor(StageVisit visit, DateTime now) =>
        visit.Pauses.Aggregate(TimeSpan.Zero, (sum, pause) => sum + ((pause.Until ?? now) - pause.From));
}
