using DeploymentRouter.Core.Clocks;
using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Core.Requests.Operations;

/// <summary>The end of a trial on which nobody has decided yet, past or still to come.</summary>
/// <param name="TeamId">The team that decides what becomes of the instance.</param>
/// <param name="From">UTC; from when on it waits for that: when the last day is over, or the instance runs again after it.</param>
/// <param name="DecideBy">When that should be decided; null: nothing is promised.</param>
public sealed record TrialEnd(string TeamId, DateTime From, Due? DecideBy)
{
    /// <summary>Null: there is no trial, it does not run, or something was asked for that decides on it.</summary>
    public static TrialEnd? Of(Request request)
    {
        if (request.State is RequestState.Withdrawn || request.OpenOperation is { Operation.Effect: not (OperationEffect.Resumes or OperationEffect.None) }) return null;
        if (request.Instance is not { State: InstanceState.Running, TrialEndsOn: { } end } instance) return null;
        var decide = request.Playbook.Strategy(request.StrategyId!).Trial!.Decide;
        var over = new WorkDays(decide is null ? request.Playbook.Calendars[0] : request.Playbook.Calendar(decide.CalendarId)).StartOf(end.AddDays(1));
        return new TrialEnd(DecidingTeam(request), instance.ResumedAt is { } resumed && resumed > over ? resumed : over, DecideByOf(request, instance, decide));
    }

    private static Due? DecideByOf(Request request, Instance instance, StageTarget? decide)
    {
        if (instance.TrialEndsOn is not { } end || decide is null) return null;
        // Nobody could decide while it was suspended.
        var resumed = instance.ResumedAt is { } at ? Instance.DayOf(request, at) : end;
        return Deadline.From(resumed > end ? resumed : end, decide.Duration, request.Playbook.Calendar(decide.CalendarId), [], request.ChangedAt);
    }

    // Whoever filed it decides, where they may ask for anything.
    private static string DecidingTeam(Request request)
    {
        List<string> askers = [.. request.PossibleOperations.SelectMany(operation => operation.AskedByTeamIds)];
        return askers is [var first, ..] && !askers.Contains(request.Playbook.FilingTeamId, StringComparer.Ordinal) ? first : request.Playbook.FilingTeamId;
    }
}
