using DeploymentRouter.Core.Clocks;
using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Core.Requests.Operations;

/// <summary>What is promised to whoever asked for an operation.</summary>
public static class OperationClock
{
    /// <summary>Until when it is taken or declined; null: nothing is promised.</summary>
    public static Promise? Answer(OperationRun run, Playbook playbook) => run.Operation.Answer is { } target ? Of(run, target, playbook) : null;

    /// <summary>Until when it is done; null: nothing is promised.</summary>
    /// <param name="form">Form values of the request, which may choose between targets.</param>
    public static Promise? Done(OperationRun run, IReadOnlyDictionary<string, string> form, Playbook playbook) =>
        run.Operation.Targets.FirstOrDefault(target => target.WhenFieldId is null || form.GetValueOrDefault(target.WhenFieldId) == target.WhenFieldIs) is { } target
            ? Of(run, target, playbook)
            : null;

    /// <summary>What comes next of an open one: the answer, and once it is taken that it is done.</summary>
    public static Promise? Next(OperationRun run, IReadOnlyDictionary<string, string> form, Playbook playbook) =>
        run.State is OperationState.Asked && Answer(run, playbook) is { } answer ? answer : Done(run, form, playbook);

    private static Promise Of(OperationRun run, StageTarget target, Playbook playbook) => new(
        target.Duration, playbook.Calendar(target.CalendarId), ClockStart.Since(run.AskedAt, $"“{run.Operation.Name}”"), []);
}
