using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Core.Clocks;

/// <summary>
/// Office hours and working days of one calendar. Hours are half open: opening is inside, closing is not. Where summer time
/// changes the clock during them, they run from the first time it shows opening until it shows no time before closing any more.
/// </summary>
public sealed class WorkDays(WorkCalendar calendar)
{
    private readonly LocalClock _clock = new(TimeZoneInfo.FindSystemTimeZoneById(calendar.TimeZone));
    private readonly HashSet<DateOnly> _holidays = [.. calendar.Holidays];

    /// <summary>Whether the date is a working day: one of the week's, no holiday, and not without office hours for a change of the clock.</summary>
    public bool IsWorkingDay(DateOnly date) => HoursOf(date) is not null;

    /// <summary>Whether the instant (UTC) is inside office hours.</summary>
    public bool IsOpen(DateTime instant) => HoursOf(DateOf(instant)) is var (opens, closes) && opens <= instant && instant < closes;

    /// <summary>The calendar's date at an instant (UTC).</summary>
    public DateOnly DateOf(DateTime instant) => DateOnly.FromDateTime(_clock.At(instant));

    /// <summary>The instant (UTC) at which a date begins on the calendar.</summary>
    public DateTime StartOf(DateOnly date) => _clock.First(date.ToDateTime(TimeOnly.MinValue));

    /// <summary>
    /// The day from which working days are counted: inside office hours that day; otherwise the day before the first one whose
    /// opening is at or after the instant.
    /// </summary>
    public DateOnly DayZeroFor(DateTime instant)
    {
        var date = DateOf(instant);
        if (IsOpen(instant)) return date;
        while (HoursOf(date) is not var (opens, _) || opens < instant)
            date = date.AddDays(1);
        return date.AddDays(-1);
    }

    /// <summary>The closing (UTC) of the nth working day after day 0.</summary>
    public DateTime NthClosing(DateOnly dayZero, int count)
    {
        for (var date = dayZero.AddDays(1); ; date = date.AddDays(1))
        {
            if (HoursOf(date) is var (_, closes) && --count == 0) return closes;
        }
    }

    /// <summary>How much of a time (UTC) lies inside office hours.</summary>
    public TimeSpan OfficeTime(DateTime from, DateTime until)
    {
        var sum = TimeSpan.Zero;
        for (var date = DateOf(from); StartOf(date) < until; date = date.AddDays(1))
        {
            if (HoursOf(date) is not var (opens, closes)) continue;
            var (start, end) = (Later(opens, from), closes < until ? closes : until);
            if (start < end) sum += end - start;
        }

        return sum;
    }

    /// <summary>The first instant (UTC) by which so much office time has passed: at the end of a day its closing, not the next opening.</summary>
    public DateTime AddOfficeTime(DateTime from, TimeSpan span)
    {
        if (span <= TimeSpan.Zero) return from;
        for (var date = DateOf(from); ; date = date.AddDays(1))
        {
            if (HoursOf(date) is not var (opens, closes)) continue;
            var start = Later(opens, from);
            if (start >= closes) continue;
            if (span <= closes - start) return start + span;
            span -= closes - start;
        }
    }

    private (DateTime Opens, DateTime Closes)? HoursOf(DateOnly date)
    {
        if (!calendar.WorkingWeekdays.Contains(date.DayOfWeek) || _holidays.Contains(date)) return null;
        var (opens, closes) = (_clock.First(date.ToDateTime(calendar.Opens)), _clock.End(date.ToDateTime(calendar.Closes)));
        return opens < closes ? (opens, closes) : null;
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;
}
