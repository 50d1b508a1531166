using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Core.Clocks;

/// <summary>When something is due.</summary>
/// <param name="At">UTC. For <see cref="DateOnly"/> promises: the end of that day on the calendar.</param>
/// <param name="Date">The plain date, for promises in calendar days and estimates; null for instants.</param>
/// <param name="IsEstimate">An aim that is shown and never breaches.</param>
public sealed record Due(DateTime At, DateOnly? Date, bool IsEstimate);

/// <summary>
/// Turns promised durations into due times, on a calendar. A pause that began before the due time gives back what it took: hours
/// where hours are promised, office time where working days or hours are; where dates are, the time it took in whole days, rounded up.
/// </summary>
public static class Deadline
{
    /// <summary>When a promise that starts at an instant is due.</summary>
    /// <param name="start">UTC.</param>
    /// <param name="pauses">Times that do not count; a running one pushes the due time out as of <paramref name="now"/>.</param>
    /// <param name="now">UTC.</param>
    public static Due From(DateTime start, TargetDuration promise, WorkCalendar calendar, IReadOnlyList<Pause> pauses, DateTime now)
    {
        var days = new WorkDays(calendar);
        var still = Standstill.Of(pauses, start, now);
        return promise switch
        {
            ElapsedHours hours => Elapsed(start, hours.Hours, still),
            WorkingHours hours => At(WithOfficeTime(days, days.AddOfficeTime(start, TimeSpan.FromHours(hours.Hours)), still)),
            WorkingDays working => InWorkingDays(days, days.DayZeroFor(start), working.Days, still),
            OfficeHoursElseWorkingDays either when days.IsOpen(start) => Elapsed(start, either.Hours, still),
            OfficeHoursElseWorkingDays either => InWorkingDays(days, days.DayZeroFor(start), either.Days, still),
            CalendarDays calendarDays => OnDate(days, days.DateOf(start), calendarDays.Days, still, isEstimate: false),
            EstimateDays estimate => OnDate(days, days.DateOf(start), estimate.Days, still, isEstimate: true),
            _ => throw new ArgumentOutOfRangeException(nameof(promise), promise, null),
        };
    }

    /// <summary>When a promise that starts on a date (day 0) is due. Hours count from the beginning of the date.</summary>
    public static Due From(DateOnly start, TargetDuration promise, WorkCalendar calendar, IReadOnlyList<Pause> pauses, DateTime now)
    {
        var days = new WorkDays(calendar);
        var still = Standstill.Of(pauses, days.StartOf(start), now);
        return promise switch
        {
            WorkingDays working => InWorkingDays(days, start, working.Days, still),
            OfficeHoursElseWorkingDays either => InWorkingDays(days, start, either.Days, still),
            CalendarDays calendarDays => OnDate(days, start, calendarDays.Days, still, isEstimate: false),
            EstimateDays estimate => OnDate(days, start, estimate.Days, still, isEstimate: true),
            _ => From(days.StartOf(start), promise, calendar, pauses, now),
        };
    }

    private static Due At(DateTime at) => new(at, null, false);

    private static Due Elapsed(DateTime start, int hours, IReadOnlyList<Standstill> still) =>
        At(Later(start.AddHours(hours), still));

    private static Due InWorkingDays(WorkDays days, DateOnly dayZero, int count, IReadOnlyList<Standstill> still) =>
        At(WithOfficeTime(days, days.NthClosing(dayZero, count), still));

    private static DateTime WithOfficeTime(WorkDays days, DateTime due, IReadOnlyList<Standstill> still) =>
        still.Aggregate(due, (moved, one) => one.From < moved ? days.AddOfficeTime(moved, days.OfficeTime(one.From, one.Until)) : moved);

    // A date has no hours: it is the one on which the end of the day falls once all pauses are given back.
    private static Due OnDate(WorkDays days, DateOnly start, int count, IReadOnlyList<Standstill> still, bool isEstimate)
    {
        var date = start.AddDays(count);
        var end = days.StartOf(date.AddDays(1));
        var moved = Later(end, still);
        if (moved > end) date = days.DateOf(moved.AddTicks(-1));
        return new Due(days.StartOf(date.AddDays(1)), date, isEstimate);
    }

    private static DateTime Later(DateTime due, IReadOnlyList<Standstill> still) =>
        still.Aggregate(due, (moved, one) => one.From < moved ? moved + (one.Until - one.From) : moved);
}
