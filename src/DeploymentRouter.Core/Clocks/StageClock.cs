using System.Globalization;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Core.Clocks;

/// <summary>How the clock of a stage stands.</summary>
public enum ClockState
{
    /// <summary>Runs, nobody need hurry.</summary>
    Running,

    /// <summary>Due on this very day of the calendar.</summary>
    DueToday,

    /// <summary>Past its due time.</summary>
    Late,

    /// <summary>Stopped while the request is on hold.</summary>
    Held,

    /// <summary>The stage ended in time, or late.</summary>
    Met,
    Missed,
}

/// <summary>The clock of one stage visit.</summary>
/// <param name="Started">UTC; when the promise began.</param>
/// <param name="Used">Part of the promised time that is used, 0 to 1.</param>
/// <param name="Sentence">When it is due and how that follows.</param>
public sealed record StageClock(Due Due, DateTime Started, ClockState State, double Used, string Sentence)
{
    /// <summary>The clock of a visit; null: its stage promises nothing, or what it starts from is not known yet.</summary>
    /// <param name="form">Form values of the request, which may hold the start date and choose between targets.</param>
    /// <param name="now">UTC.</param>
    public static StageClock? Of(StageVisit visit, IReadOnlyDictionary<string, string> form, Playbook playbook, DateTime now)
    {
        if (PromiseOf(visit, form, playbook) is not { } promise) return null;
        var asOf = visit.EndedAt ?? now;
        var (due, started) = (promise.DueAt(asOf), promise.Start.At);
        var total = (due.At - started).TotalSeconds;
        var used = total <= 0 ? 1 : Math.Clamp((asOf - started).TotalSeconds / total, 0, 1);
        var state = StateAt(visit, due, new WorkDays(promise.Calendar), asOf);
        return new StageClock(due, started, state, used, ClockSentence.Of(promise, now));
    }

    private static Promise? PromiseOf(StageVisit visit, IReadOnlyDictionary<string, string> form, Playbook playbook)
    {
        var target = visit.Stage.Targets.FirstOrDefault(
            t => t.WhenFieldId is null || form.GetValueOrDefault(t.WhenFieldId) == t.WhenFieldIs);
        if (target is null) return null;
        var calendar = playbook.Calendar(target.CalendarId);
        return target.FromFieldId is not { } field
            ? new Promise(target.Duration, calendar, ClockStart.Since(visit.StartedAt, $"the start of {visit.Stage.Name}"), visit.Pauses)
            : DateOnly.TryParseExact(form.GetValueOrDefault(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
                ? new Promise(target.Duration, calendar, ClockStart.On(from, calendar, NameOf(field, playbook)), PromisePauses.SinceFiling(visit))
                : null;
    }

    // "Agreement date" reads as "from agreement on Fri 7 Oct".
    private static string NameOf(string fieldId, Playbook playbook)
    {
        const string Date = " date";
        var label = playbook.Strategies.SelectMany(strategy => strategy.Stages).SelectMany(stage => stage.Fields)
            .FirstOrDefault(field => string.Equals(field.Id, fieldId, StringComparison.Ordinal))?.Label ?? fieldId;
        return label.EndsWith(Date, StringComparison.OrdinalIgnoreCase) ? label[..^Date.Length].ToLowerInvariant() : $"“{label}”";
    }

    private static ClockState StateAt(StageVisit visit, Due due, WorkDays days, DateTime asOf)
    {
        var late = !due.IsEstimate && asOf > due.At;
        if (visit.EndedAt is not null) return late ? ClockState.Missed : ClockState.Met;
        if (visit.Pauses is [.., { Until: null }]) return ClockState.Held;
        if (late) return ClockState.Late;
        var dueDate = due.Date ?? days.DateOf(due.At);
        return !due.IsEstimate && days.DateOf(asOf) == dueDate ? ClockState.DueToday : ClockState.Running;
    }
}
