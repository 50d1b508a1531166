using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Core.Requests.Operations;

namespace DeploymentRouter.Core.Requests;

/// <content>Operations on the instance that a request has led to: asked for, taken, and done or declined.</content>
public sealed partial class Request
{
    /// <summary>Operations that were asked for, oldest first.</summary>
    public IReadOnlyList<OperationRun> Operations => _operations;

    /// <summary>The one that is open; one at a time, so that none undoes another. Null: none.</summary>
    public OperationRun? OpenOperation => _operations.Find(run => run.IsOpen);

    /// <summary>The instance; null: there is none yet.</summary>
    public Instance? Instance => Instance.Of(this);

    /// <summary>What its strategy offers to do with an instance.</summary>
    public IReadOnlyList<Operation> PossibleOperations => StrategyId is null ? [] : Playbook.Strategy(StrategyId).Operations;

    /// <summary>Why <paramref name="by"/> cannot ask for an operation now; null: they can.</summary>
    public Refusal? WhyNotAsk(Operation operation, Person by) =>
        State is RequestState.Withdrawn ? Refusals.AlreadyWithdrawn()
        : WhyHeld()
        ?? (Instance is not { } instance ? Refusals.NoInstanceYet(operation.Name)
            : !operation.AskedByTeamIds.Contains(by.TeamId, StringComparer.Ordinal)
                ? Refusals.NotYourAct($"ask to {Wording.Small(operation.Name)}", string.Join(" or ", operation.AskedByTeamIds.Select(TeamName)))
            : WhyOperationOpen() ?? WhyNotNow(operation, instance));

    /// <summary>Asks for an operation; from then on it is with the team that carries it out.</summary>
    /// <param name="until">For one that extends: the new last day.</param>
    /// <param name="values">Values of its fields.</param>
    /// <param name="confirmation">What was typed to confirm it; empty where nothing has to be.</param>
    public Outcome AskFor(
        string operationId, string reason, DateOnly? until, IReadOnlyDictionary<string, string> values, string confirmation, Person by, DateTime now)
    {
        if (PossibleOperations.FirstOrDefault(one => one.Id == operationId) is not { } operation) return Refusals.UnknownItem($"operation “{operationId}”");
        if (WhyNotAsk(operation, by) is { } refusal) return refusal;
        if (TextProblem(reason, "why it is needed") is { } problem) return problem;
        var extends = operation.Effect is OperationEffect.Extends;
        if (extends && WhyNotUntil(operation, until, now) is { } wrong) return wrong;
        var trimmed = values.ToDictionary(pair => pair.Key, pair => pair.Value.Trim(), StringComparer.Ordinal);
        if (trimmed.Keys.FirstOrDefault(id => operation.Fields.All(field => field.Id != id)) is { } unknown) return Refusals.UnknownItem($"field “{unknown}”");
        if (operation.Fields.Select(field => FieldCheck.Problem(field, trimmed.GetValueOrDefault(field.Id, ""))).FirstOrDefault(p => p is not null) is { } invalid)
            return Refusals.FieldInvalid(invalid);
        List<Lack> missing = [.. operation.Fields.Where(f => f.Required && trimmed.GetValueOrDefault(f.Id, "") is "").Select(f => new Lack(LackKind.Field, f.Id, f.Label))];
        if (missing.Count > 0) return Refusals.FieldsMissing(missing);
        if (ToConfirm(operation) is { } wanted && !string.Equals(confirmation.Trim(), wanted, StringComparison.Ordinal)) return Refusals.NotConfirmed(wanted);

        var kept = trimmed.Where(pair => pair.Value.Length > 0).ToDictionary(StringComparer.Ordinal);
        Record(by, now, new OperationAsked(
            operation.Id, reason.Trim(), extends ? until : null, kept, operation.Effect, operation.CarriedOutByTeamId, operation.AskedByTeamIds));
        return Outcome.Done;
    }

    /// <summary>What has to be typed to ask for an operation, the customer's name where the field is empty; null: nothing.</summary>
    public string? ToConfirm(Operation operation) => operation.ConfirmFieldId is not { } field ? null
        : _form.GetValueOrDefault(field)?.Trim() is { Length: > 0 } value ? value
        : Customer.Name.Trim();

    /// <summary>The last day that an extension may reach.</summary>
    public DateOnly? LatestExtension(Operation operation, DateTime now) =>
        Instance?.TrialEndsOn is { } end && operation.AtMostDays is { } days ? Later(end, Instance.DayOf(this, now)).AddDays(days) : null;

    /// <summary>Takes the open operation: the team that carries it out answers that it will.</summary>
    public Outcome TakeOperation(Person by, DateTime now)
    {
        if (WhyNot(RequestAct.TakeOperation, by) is { } refusal) return refusal;
        Record(by, now, new OperationTaken(OpenOperation!.Number));
        return Outcome.Done;
    }

    /// <summary>Says that the open operation is carried out.</summary>
    /// <param name="note">For everybody on the request; may be empty.</param>
    public Outcome CompleteOperation(string note, Person by, DateTime now)
    {
        if (WhyNot(RequestAct.CompleteOperation, by) is { } refusal) return refusal;
        if (TextCheck.Problem(note, MaxText) is { } problem) return problem;
        Record(by, now, new OperationDone(OpenOperation!.Number, note.Trim()));
        return Outcome.Done;
    }

    /// <summary>Declines the open operation, with a reason that whoever asked reads.</summary>
    public Outcome DeclineOperation(string reason, Person by, DateTime now)
    {
        if (WhyNot(RequestAct.DeclineOperation, by) is { } refusal) return refusal;
        if (TextProblem(reason, "why not") is { } problem) return problem;
        Record(by, now, new OperationDeclined(OpenOperation!.Number, reason.Trim()));
        return Outcome.Done;
    }

    /// <summary>Takes the asking back.</summary>
    public Outcome WithdrawOperation(Person by, DateTime now)
    {
        if (WhyNot(RequestAct.WithdrawOperation, by) is { } refusal) return refusal;
        Record(by, now, new OperationWithdrawn(OpenOperation!.Number));
        return Outcome.Done;
    }

    // Whoever carries it out counts on the instance and on the request as they were when it was asked for.
    private Refusal? WhyOperationOpen() => OpenOperation is { } open
        ? Refusals.OperationOpen(open.Operation.Name, TeamName(open.TeamId), string.Join(" or ", open.Operation.AskedByTeamIds.Select(TeamName)))
        : null;

    private Refusal? WhyNotOperate(RequestAct act, Person by) =>
        State is RequestState.Withdrawn ? Refusals.AlreadyWithdrawn()
        : OpenOperation is not { } open ? Refusals.NoOperationOpen()
        : act is RequestAct.WithdrawOperation
            ? open.Operation.AskedByTeamIds.Contains(by.TeamId, StringComparer.Ordinal) ? null
                : Refusals.NotYourAct("withdraw it", string.Join(" or ", open.Operation.AskedByTeamIds.Select(TeamName)))
        : by.TeamId != open.TeamId ? Refusals.NotYourStage(open.Operation.Name, TeamName(open.TeamId))
        : act is RequestAct.TakeOperation && open.Taken is { } taken ? Refusals.AlreadyTaken(taken.By.Name)
        : null;

    private Refusal? WhyNotNow(Operation operation, Instance instance) => operation.Effect switch
    {
        _ when instance.State is InstanceState.Gone => Refusals.InstanceGone(),
        OperationEffect.Extends or OperationEffect.Converts when instance.TrialEndsOn is null => Refusals.NotATrial(),
        OperationEffect.Suspends when instance.State is InstanceState.Suspended => Refusals.AlreadySuspended(),
        OperationEffect.Resumes when instance.State is not InstanceState.Suspended => Refusals.NotSuspended(),
        _ when operation.AtMostTimes is { } most && _operations.Count(run => run.Operation.Id == operation.Id && run.State is OperationState.Done) >= most =>
            Refusals.OftenEnough(operation.Name, most),
        _ => null,
    };

    /// <summary>Why an extension cannot reach until a day; null: it can.</summary>
    public Refusal? WhyNotUntil(Operation operation, DateOnly? until, DateTime now)
    {
        if (Instance?.TrialEndsOn is not { } end) return Refusals.NotATrial();
        var first = Later(end, Instance.DayOf(this, now)).AddDays(1);
        var last = LatestExtension(operation, now) ?? DateOnly.MaxValue;
        return until is { } day && day >= first && day <= last ? null : Refusals.ExtensionOutOfReach(first, last);
    }

    private void FoldOperation(int asked, Func<OperationRun, OperationRun> change)
    {
        var index = _operations.FindIndex(run => run.Number == asked);
        if (index >= 0) _operations[index] = change(_operations[index]);
    }

    // A later playbook may have changed or dropped it: the past stays as it was asked. Strategies may name two of them alike.
    private Operation FindOperation(OperationAsked asked, HistoryEntry entry)
    {
        var known = Playbook.Strategies.OrderBy(strategy => strategy.Id == StrategyId ? 0 : 1)
            .SelectMany(strategy => strategy.Operations).FirstOrDefault(one => one.Id == asked.OperationId)
            ?? new Operation(asked.OperationId, asked.OperationId, "", OperationEffect.None, [entry.By.TeamId], entry.By.TeamId, [], null, null, null, null, []);
        return known with
        {
            Effect = asked.Effect ?? known.Effect,
            CarriedOutByTeamId = asked.CarriedOutByTeamId ?? known.CarriedOutByTeamId,
            AskedByTeamIds = asked.AskedByTeamIds ?? known.AskedByTeamIds,
        };
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

}
