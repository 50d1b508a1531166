using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Core.Clocks;

/// <summary>Office hours and working days of one calendar. Hours are half open: opening is inside, closing is not.</summary>
public sealed class WorkDays(WorkCalendar calendar)
{
    // A calendar without working days would never close; ten years is "never" for a promise.
    private const int MaxDays = 3_660;

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(calendar.TimeZone);

    /// <summary>Whether the date is a working day.</summary>
    public bool IsWorkingDay(DateOnly date) =>
        calendar.WorkingWeekdays.Contains(date.DayOfWeek) && !calendar.Holidays.Contains(date);

    /// <summary>Whether the instant (UTC) is inside office hours.</summary>
    public bool IsOpen(DateTime instant)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(instant, _zone);
        var time = TimeOnly.FromDateTime(local);
        return IsWorkingDay(DateOnly.FromDateTime(local)) && time >= calendar.Opens && time < calendar.Closes;
    }

    /// <summary>The calendar's date at an instant (UTC).</summary>
    public DateOnly DateOf(DateTime instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(instant, _zone));

    /// <summary>The instant (UTC) at which a date begins on the calendar.</summary>
    public DateTime StartOf(DateOnly date) => ToUtc(date, TimeOnly.MinValue);

    /// <summary>
    /// The day from which working days are counted: inside office hours that day; otherwise the day before the first one whose
    /// opening is at or after the instant.
    /// </summary>
    public DateOnly DayZeroFor(DateTime instant)
    {
        var date = DateOf(instant);
        if (IsOpen(instant)) return date;
        while (!IsWorkingDay(date) || ToUtc(date, calendar.Opens) < instant)
            date = date.AddDays(1);
        return date.AddDays(-1);
    }

    /// <summary>The closing of the nth working day after day 0, leaving out closings that fall into a pause.</summary>
    public DateTime NthClosing(DateOnly dayZero, int count, IReadOnlyList<Pause> pauses, DateTime now)
    {
        var date = dayZero;
        for (var passed = 0; passed < MaxDays; passed++)
        {
            date = date.AddDays(1);
            if (!IsWorkingDay(date)) continue;
            var closing = ToUtc(date, calendar.Closes);
            if (pauses.Any(pause => pause.From <= closing && closing < (pause.Until ?? now))) continue;
            if (--count == 0) return closing;
        }

        throw new InvalidOperationException($"Calendar {calendar.Id} has too few working days.");
    }

    // In the hour that summer time skips, the first instant after it is meant.
    private DateTime ToUtc(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        while (_zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        return TimeZoneInfo.ConvertTimeToUtc(local, _zone);
    }
}
