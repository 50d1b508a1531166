using System.Globalization;
using DeploymentRouter.Core.Clocks;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.Operations;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Requests.Detail.Operations;

/// <summary>The instance that a request has led to, and what is done with it.</summary>
/// <param name="Status">"Trial", "Production", "Suspended", "Torn down".</param>
/// <param name="Says">Until when, and what then; null: nothing to say.</param>
/// <param name="Open">The operation that is open; null: none.</param>
/// <param name="CanWithdraw">Whether the person who looks may take the asking back.</param>
/// <param name="Asks">What the person who looks may ask for now.</param>
/// <param name="WhyNot">Why they may ask for nothing, where that needs saying.</param>
/// <param name="Past">Operations that have ended, newest first.</param>
public sealed record InstanceView(
    StateKind State,
    string Status,
    string? Says,
    OperationLine? Open,
    bool CanWithdraw,
    IReadOnlyList<Operation> Asks,
    string? WhyNot,
    IReadOnlyList<OperationLine> Past)
{
    /// <summary>Null: there is no instance yet.</summary>
    public static InstanceView? Of(Request request, Person person, DateTime now)
    {
        if (request.Instance is not { } instance) return null;
        var today = Instance.DayOf(request, now);
        List<Operation> asks = [.. request.PossibleOperations.Where(operation => request.WhyNotAsk(operation, person) is null)];
        return new InstanceView(
            KindOf(instance, today),
            StatusOf(instance),
            SaysOf(request, instance, today, now),
            request.OpenOperation is { } open ? OperationLine.Of(request, open, now) : null,
            request.OpenOperation is not null && request.WhyNot(RequestAct.WithdrawOperation, person) is null,
            asks,
            asks.Count == 0 && request.OpenOperation is null ? request.WhyNot(RequestAct.AskForOperation, person)?.Sentence : null,
            [.. request.Operations.Where(run => !run.IsOpen).Reverse().Select(run => OperationLine.Of(request, run, now))]);
    }

    private static StateKind KindOf(Instance instance, DateOnly today) => instance switch
    {
        { State: InstanceState.Gone } => StateKind.RuledOut,
        { State: InstanceState.Suspended } => StateKind.CannotStart,
        { TrialEndsOn: { } end } when end < today => StateKind.NeedsYou,
        { TrialEndsOn: not null } => StateKind.InProgress,
        _ => StateKind.Done,
    };

    private static string StatusOf(Instance instance) => instance switch
    {
        { State: InstanceState.Gone } => "Torn down",
        { State: InstanceState.Suspended } => "Suspended",
        { TrialEndsOn: not null } => "Trial",
        _ => "In production",
    };

    private static string? SaysOf(Request request, Instance instance, DateOnly today, DateTime now)
    {
        if (instance.TrialEndsOn is not { } end || instance.State is InstanceState.Gone) return null;
        var left = end.DayNumber - today.DayNumber;
        if (left > 0) return $"Until {Day(end, now)}, {Named.Count(left, "day", "days")} left.";
        if (left == 0) return "Today is its last day.";
        var by = TrialEnd.Of(request)?.DecideBy is not { } due ? "" : LastDay(request, due) is var day && day < today ? $" It should have been decided by {Day(day, now)}." : $" Decide by {Day(day, now)}.";
        return $"The trial ended on {Day(end, now)}.{by}";
    }

    private static DateOnly LastDay(Request request, Due due) => due.Date ?? Instance.DayOf(request, due.At);

    private static string Day(DateOnly day, DateTime now) =>
        day.ToString(day.Year == now.Year ? "ddd d MMM" : "ddd d MMM yyyy", CultureInfo.InvariantCulture);
}

/// <summary>One operation, open or ended.</summary>
/// <param name="Until">The last day that was asked for; null: none.</param>
/// <param name="Reason">Why it was asked for.</param>
/// <param name="Fields">What had to be known.</param>
/// <param name="Steps">"Asked by Wren Lanternby, today 09:14", "Done by …".</param>
/// <param name="Clock">Of an open one: what is promised next; null: nothing.</param>
/// <param name="Sentence">When that is due and how it follows.</param>
/// <param name="Said">What was written at the end; null: nothing.</param>
public sealed record OperationLine(
    string Name, StateKind State, string Word, string TeamId, string? Until, string Reason, IReadOnlyList<FilledField> Fields, IReadOnlyList<string> Steps, string Promise, ClockLook? Clock, string? Sentence, string? Said)
{
    public static OperationLine Of(Request request, OperationRun run, DateTime now)
    {
        var promise = run.IsOpen ? OperationClock.Next(run, request.Form, request.Playbook) : null;
        var due = promise?.DueAt(now);
        var (kind, word) = Look(run.State);
        return new OperationLine(
            run.Operation.Name,
            kind,
            word,
            run.TeamId,
            run.Asked.Until?.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture),
            run.Asked.Reason,
            [.. from field in run.Operation.Fields
                let value = run.Asked.Values.GetValueOrDefault(field.Id)
                where value is not null
                select new FilledField(field.Label, FilledField.Text(field, value), null)],
            [.. StepsOf(run, now)],
            run.State is OperationState.Asked ? "Answer" : "Done",
            due is null ? null : ClockLook.Of(due.At, due.IsEstimate, run.AskedAt, now),
            promise is null ? null : ClockSentence.Of(promise, now),
            run.Ended is { } ended ? HappeningText.Said(ended.What) : null);
    }

    private static IEnumerable<string> StepsOf(OperationRun run, DateTime now)
    {
        yield return $"Asked by {run.Entry.By.Name}, {WhenText.Moment(run.AskedAt, now)}";
        if (run.Assigned is { To: { } to, Why: { } why }) yield return $"Assigned to {to.Name}: {why}";
        if (run.Taken is { } taken) yield return $"Taken by {taken.By.Name}, {WhenText.Moment(taken.At, now)}";
        if (run.Ended is { } ended) yield return $"{Look(run.State).Word} by {ended.By.Name}, {WhenText.Moment(ended.At, now)}";
    }

    private static (StateKind Kind, string Word) Look(OperationState state) => state switch
    {
        OperationState.Asked => (StateKind.NotStarted, "Asked"),
        OperationState.Taken => (StateKind.InProgress, "Taken"),
        OperationState.Done => (StateKind.Done, "Done"),
        OperationState.Declined => (StateKind.Refused, "Declined"),
        OperationState.Withdrawn => (StateKind.RuledOut, "Withdrawn"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
