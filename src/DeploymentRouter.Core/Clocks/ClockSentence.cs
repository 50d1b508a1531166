using System.Globalization;
using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Core.Clocks;

/// <summary>Says when a promise is due and how that follows: "due Tue 18 Oct 22:00 UTC: 7 working days from agreement on Fri 7 Oct".</summary>
public static class ClockSentence
{
    private const int HolidaysNamed = 4;

    /// <summary>The sentence, seen from <paramref name="now"/> (UTC): years are named where they are not this one.</summary>
    /// <param name="toTheSecond">Whether seconds are named where there are any, or times stand to the minute.</param>
    public static string Of(Promise promise, DateTime now, bool toTheSecond = false)
    {
        var text = new ClockText(now, toTheSecond);
        var due = promise.DueAt(now);
        var running = promise.Pauses.FirstOrDefault(pause => pause.Until is null && pause.From < now);
        string[] without = [.. Holidays(promise, due, text), .. GivenBack(promise, due, now, text)];
        return (running is null ? "" : $"stands still since {text.Instant(running.From)}; if it ran again now, ")
            + $"{DueText(promise, due, text)}: {Duration(promise)} from {Start(promise.Start, text)}"
            + (without.Length == 0 ? "" : $", {string.Join(" and ", without)}")
            + (due.IsEstimate ? ", an aim that is never late" : "");
    }

    private static string DueText(Promise promise, Due due, ClockText text)
    {
        if (due.Date is { } date) return $"{(due.IsEstimate ? "about" : "due")} {text.Day(date)}";
        var zone = TimeZoneInfo.FindSystemTimeZoneById(promise.Calendar.TimeZone);
        var local = TimeZoneInfo.ConvertTimeFromUtc(due.At, zone);
        var there = local == due.At ? "" : $" ({text.Time(local)} {promise.Calendar.TimeZone})";
        return $"due {text.Instant(due.At)}{there}";
    }

    private static string Duration(Promise promise) => promise.Duration switch
    {
        OfficeHoursElseWorkingDays either when promise.Start.Date is not null => TargetText.Of(new WorkingDays(either.Days)),
        OfficeHoursElseWorkingDays either => new WorkDays(promise.Calendar).IsOpen(promise.Start.At)
            ? $"{TargetText.Of(new ElapsedHours(either.Hours))}, begun in office hours,"
            : $"{TargetText.Of(new WorkingDays(either.Days))}, begun outside office hours,",
        EstimateDays estimate => TargetText.Count(estimate.Days, "day"),
        var other => TargetText.Of(other),
    };

    private static string Start(ClockStart start, ClockText text)
    {
        var when = start.Date is { } date ? text.Day(date) : text.Instant(start.At);
        return start.What.Length == 0 ? when : $"{start.What} on {when}";
    }

    // Only those that made a difference: on days on which it would have worked.
    private static IEnumerable<string> Holidays(Promise promise, Due due, ClockText text)
    {
        if (!CountsOfficeTime(promise)) return [];
        var days = new WorkDays(promise.Calendar);
        var (first, last) = (days.DateOf(promise.Start.At), days.DateOf(due.At));
        var left = promise.Calendar.Holidays.Distinct().Order()
            .Where(day => day > first && day < last && promise.Calendar.WorkingWeekdays.Contains(day.DayOfWeek))
            .Select(day => text.Day(day)).ToList();
        var named = left.Count <= HolidaysNamed ? left : [.. left[..(HolidaysNamed - 1)], $"{left.Count - HolidaysNamed + 1} more"];
        return named.Count == 0 ? [] : [$"without the holiday{(left.Count == 1 ? "" : "s")} {Wording.AndList(named)}"];
    }

    private static IEnumerable<string> GivenBack(Promise promise, Due due, DateTime now, ClockText text)
    {
        var days = new WorkDays(promise.Calendar);
        var still = Standstill.Of(promise.Pauses, promise.Start.At, now).Where(one => one.From < due.At);
        var office = CountsOfficeTime(promise);
        var sum = still.Aggregate(TimeSpan.Zero, (sum, one) => sum + (office ? days.OfficeTime(one.From, one.Until) : one.Until - one.From));
        if (sum > TimeSpan.Zero) yield return $"with {text.Span(sum)}{(office ? " of office time" : "")} in pauses given back";
    }

    private static bool CountsOfficeTime(Promise promise) => promise.Duration switch
    {
        WorkingDays or WorkingHours => true,
        OfficeHoursElseWorkingDays => promise.Start.Date is not null || !new WorkDays(promise.Calendar).IsOpen(promise.Start.At),
        _ => false,
    };
}
