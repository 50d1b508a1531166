using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Core.Clocks;

/// <summary>When something is due.</summary>
/// <param name="At">UTC. For <see cref="DateOnly"/> promises: the end of that day on the calendar.</param>
/// <param name="Date">The plain date, for promises in calendar days and estimates; null for instants.</param>
/// <param name="IsEstimate">An aim that is shown and never breaches.</param>
public sealed record Due(DateTime At, DateOnly? Date, bool IsEstimate);

/// <summary>Turns promised durations into due times, on a calendar, with pauses left out.</summary>
public static class Deadline
{
    /// <summary>When a promise that starts at an instant is due.</summary>
    /// <param name="start">UTC.</param>
    /// <param name="pauses">Times that do not count, oldest first; a running one pushes the due time out as of <paramref name="now"/>.</param>
    /// <param name="now">UTC.</param>
    public static Due From(DateTime start, TargetDuration promise, WorkCalendar calendar, IReadOnlyList<Pause> pauses, DateTime now)
    {
        var days = new WorkDays(calendar);
        return promise switch
        {
            ElapsedHours hours => At(Extend(start, TimeSpan.FromHours(hours.Hours), pauses, now)),
            WorkingDays working => At(days.NthClosing(days.DayZeroFor(start), working.Days, pauses, now)),
            OfficeHoursElseWorkingDays either when days.IsOpen(start) => At(Extend(start, TimeSpan.FromHours(either.Hours), pauses, now)),
            OfficeHoursElseWorkingDays either => At(days.NthClosing(days.DayZeroFor(start), either.Days, pauses, now)),
            CalendarDays calendarDays => OnDate(days, start, calendarDays.Days, pauses, now, isEstimate: false),
            EstimateDays estimate => OnDate(days, start, estimate.Days, pauses, now, isEstimate: true),
            _ => throw new ArgumentOutOfRangeException(nameof(promise), promise, null),
        };
    }

    /// <summary>When a promise that starts on a date (day 0) is due.</summary>
    public static Due From(DateOnly start, TargetDuration promise, WorkCalendar calendar, IReadOnlyList<Pause> pauses, DateTime now)
    {
        var days = new WorkDays(calendar);
        return promise switch
        {
            WorkingDays working => At(days.NthClosing(start, working.Days, pauses, now)),
            OfficeHoursElseWorkingDays either => At(days.NthClosing(start, either.Days, pauses, now)),
            _ => From(days.StartOf(start), promise, calendar, pauses, now),
        };
    }

    private static Due At(DateTime at) => new(at, null, false);

    private static Due OnDate(WorkDays days, DateTime start, int count, IReadOnlyList<Pause> pauses, DateTime now, bool isEstimate)
    {
        var moved = Extend(start, pauses, now, dueFor: moved => days.StartOf(DateFor(moved).AddDays(1)));
        return new Due(days.StartOf(DateFor(moved).AddDays(1)), DateFor(moved), isEstimate);

        DateOnly DateFor(DateTime from) => days.DateOf(from).AddDays(count);
    }

    private static DateTime Extend(DateTime start, TimeSpan length, IReadOnlyList<Pause> pauses, DateTime now) =>
        Extend(start, pauses, now, dueFor: moved => moved + length) + length;

    // Each pause that begins before the due time moves the start, and with it the due time, by its own length.
    private static DateTime Extend(DateTime start, IReadOnlyList<Pause> pauses, DateTime now, Func<DateTime, DateTime> dueFor)
    {
        var moved = start;
        foreach (var pause in pauses)
        {
            var (from, until) = (pause.From < start ? start : pause.From, pause.Until ?? now);
            if (until > from && from < dueFor(moved)) moved += until - from;
        }

        return moved;
    }
}
