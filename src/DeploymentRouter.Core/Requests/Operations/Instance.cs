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
    /// <summary>The instance of a request; null: there is none yet, or its strategy knows of none.</summary>
    internal static Instance? Of(Request request)
    {
        if (request.StrategyId is null || request.Playbook.Strategy(request.StrategyId) is not { RunsAfterStageId: { } stageId } strategy) return null;
        var built = request.Visits.FirstOrDefault(visit => visit.Stage.Id == stageId && visit.StrategyId == strategy.Id && visit.End is StageEnd.Completed);
        if (built?.EndedAt is not { } since) return null;
        var isTrial = strategy.Trial is { } trial && request.Form.GetValueOrDefault(trial.WhenFieldId) == trial.WhenFieldIs;
        var begun = new Instance(since, InstanceState.Running, isTrial ? DateOnly.FromDateTime(since).AddDays(strategy.Trial!.Days) : null);
        return request.Operations.Where(run => run.State is OperationState.Done).Aggregate(begun, (instance, run) => instance.After(run));
    }

    /// <summary>When it should be decided what becomes of a trial that has ended; null: no trial, or nothing is promised.</summary>
    public Due? DecideBy(Playbook playbook, Trial? trial, DateTime now) => TrialEndsOn is { } end && trial?.Decide is { } decide
        ? Deadline.From(end, decide.Duration, playbook.Calendar(decide.CalendarId), [], now)
        : null;

    private Instance After(OperationRun run) => run.Operation.Effect switch
    {
        OperationEffect.Extends => this with { TrialEndsOn = run.Asked.Until ?? TrialEndsOn },
        OperationEffect.Converts => this with { TrialEndsOn = null },
        OperationEffect.Suspends => this with { State = InstanceState.Suspended },
        OperationEffect.Resumes => this with { State = InstanceState.Running },
        OperationEffect.Ends => this with { State = InstanceState.Gone },
        _ => throw new ArgumentOutOfRangeException(nameof(run), run.Operation.Effect, null),
    };
}
