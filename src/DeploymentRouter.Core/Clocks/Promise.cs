using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Core.Clocks;

/// <summary>What a clock counts from.</summary>
/// <param name="At">UTC; for a date, its beginning on the calendar.</param>
/// <param name="Date">The date it counts from as day 0; null: it counts from the instant.</param>
/// <param name="What">What happened then, as in "from … on Fri 7 Oct"; empty: nothing to say.</param>
public sealed record ClockStart(DateTime At, DateOnly? Date, string What)
{
    /// <summary>Day 0 on a calendar.</summary>
    public static ClockStart On(DateOnly date, WorkCalendar calendar, string what) => new(new WorkDays(calendar).StartOf(date), date, what);

    /// <summary>An instant, UTC.</summary>
    public static ClockStart Since(DateTime instant, string what) => new(instant, null, what);
}

/// <summary>A duration that was promised, with all that its due time follows from.</summary>
/// <param name="Pauses">Times that do not count.</param>
public sealed record Promise(TargetDuration Duration, WorkCalendar Calendar, ClockStart Start, IReadOnlyList<Pause> Pauses)
{
    /// <summary>When it is due, seen from <paramref name="now"/> (UTC), which matters only while a pause runs.</summary>
    public Due DueAt(DateTime now) => Start.Date is { } date
        ? Deadline.From(date, Duration, Calendar, Pauses, now)
        : Deadline.From(Start.At, Duration, Calendar, Pauses, now);
}
