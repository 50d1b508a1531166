using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Queues;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Queues;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Queues;

/// <summary>How a line of a queue reads.</summary>
public static class LineText
{
    /// <summary>The clock of the team that has the ball; null: it promised nothing.</summary>
    public static ClockLook? Clock(RequestState state, DateOnly? holdUntil, DateTime? dueAt, DateTime? from, bool isEstimate, DateTime now) =>
        state is RequestState.OnHold ? ClockLook.OnHold(holdUntil, now)
        : dueAt is { } due && from is { } started ? ClockLook.Of(due, isEstimate, started, now)
        : null;

    /// <summary>When the team that has it is due and why, as a sentence; null: it promised nothing.</summary>
    public static string? Due(Request request, DateTime now) =>
        Core.Clocks.StageClock.Of(request.Current, request.Form, request.Playbook, now)?.Sentence is { } sentence ? $"{Wording.Capital(sentence)}." : null;

    // What is due on the instance is due while the request is on hold, too.
    public static ClockLook? Clock(QueueLine line, DateTime now) =>
        Clock(line.Ask is Ask.Operation or Ask.DecideOnTrial ? RequestState.InProgress : line.State, line.HoldUntil, line.DueAt, line.ClockFrom, line.DueIsEstimate, now);

    /// <summary>A colleague in a narrow column: "T. Lindqvist".</summary>
    public static string ShortName(string name) => name.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var first, .., var last] => $"{first[..(char.IsSurrogate(first[0]) ? 2 : 1)]}. {last}",
        _ => name,
    };

    /// <summary>"1 late", "2 due today": only what somebody must act on.</summary>
    public static (int Late, int DueToday) Hurry(IEnumerable<QueueLine> lines, DateTime now)
    {
        var states = lines.Select(line => Clock(line, now)?.State).ToList();
        return (states.Count(state => state is ClockState.Late), states.Count(state => state is ClockState.Warn));
    }
}
