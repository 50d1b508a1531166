using DeploymentRouter.Core.Clocks;
using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Core.Requests.Operations;

/// <summary>What has become of an instance.</summary>
public enum InstanceState
{
    Running,
    Suspended,
    Gone,
}

/// <summary>A running instance, as the stages and operations of its request have made it.</summary>
/// <param name="Since">UTC; when it was handed over to be set up.</param>
/// <param name="TrialEndsOn">The last day of the trial; null: it is paid for.</param>
public sealed record Instance(DateTime Since, InstanceState State, DateOnly? TrialEndsOn)
{
    /// <summary>UTC; when it last ran again after a suspension; null: never.</summary>
    public DateTime? ResumedAt { get; init; }

    /// <summary>The instance of a request; null: there is none yet, or its strategy knows of none.</summary>
    internal static Instance? Of(Request request)
    {
        if (request.StrategyId is null || request.Playbook.Strategy(request.StrategyId) is not { RunsAfterStageId: { } stageId } strategy) return null;
        if (LastBuilt(request, strategy, stageId) is not { EndedAt: { } since }) return null;
        var isTrial = strategy.Trial is { } trial && request.Form.GetValueOrDefault(trial.WhenFieldId) == trial.WhenFieldIs;
        var begun = new Instance(since, InstanceState.Running, isTrial ? DayOf(request, since).AddDays(strategy.Trial!.Days) : null);
        // What was done with an instance that was built again says nothing of the new one.
        return request.Operations.Where(run => run.State is OperationState.Done && run.Ended!.At >= since).Aggregate(begun, (instance, run) => instance.After(run));
    }

    /// <summary>The date on the calendar that the trial is decided on, at an instant (UTC); without one, on the playbook's first.</summary>
    public static DateOnly DayOf(Request request, DateTime instant)
    {
        var (playbook, trial) = (request.Playbook, request.StrategyId is { } id ? request.Playbook.Strategy(id).Trial : null);
        return new WorkDays(trial?.Decide is { } decide ? playbook.Calendar(decide.CalendarId) : playbook.Calendars[0]).DateOf(instant);
    }

    // A hand-over that came back is not running: what counts is that nothing up to its stage was begun again since.
    private static StageVisit? LastBuilt(Request request, Strategy strategy, string stageId)
    {
        List<string> upTo = [.. strategy.Stages.Select(stage => stage.Id)];
        var last = upTo.IndexOf(stageId);
        var visit = request.Visits.LastOrDefault(one => one.StrategyId == strategy.Id && upTo.IndexOf(one.Stage.Id) is var at && at >= 0 && at <= last);
        return visit is { End: StageEnd.Completed } && visit.Stage.Id == stageId ? visit : null;
    }

    private Instance After(OperationRun run) => run.Operation.Effect switch
    {
        OperationEffect.Extends => this with { TrialEndsOn = run.Asked.Until ?? TrialEndsOn },
        OperationEffect.Converts => this with { TrialEndsOn = null },
        OperationEffect.Suspends => this with { State = InstanceState.Suspended },
        OperationEffect.Resumes => this with { State = InstanceState.Running, ResumedAt = run.Ended!.At },
        OperationEffect.Ends => this with { State = InstanceState.Gone },
        OperationEffect.None => this,
        _ => throw new ArgumentOutOfRangeException(nameof(run), run.Operation.Effect, null),
    };
}
