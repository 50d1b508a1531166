using DeploymentRouter.Core.Clocks;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Core.Tests.Clocks;

/// <summary>Thousands of random cases around changes of the clock, leap days and holidays, each against a walk minute by minute.</summary>
public sealed class DueTimesMinuteByMinuteTests
{
    private const int Days = 180;
    private const int Minutes = Days * 24 * 60;
    private const int Calendars = 15;

    [Theory]
    [InlineData("UTC", "2024-02-01")] // a leap day
    [InlineData("Europe/Berlin", "2023-03-01")] // forward at 2
    [InlineData("Europe/Berlin", "2023-10-01")] // back at 3
    [InlineData("Europe/London", "2024-02-10")]
    [InlineData("America/New_York", "2024-02-20")]
    [InlineData("America/New_York", "2022-10-20")]
    [InlineData("Australia/Lord_Howe", "2023-03-15")] // half an hour
    [InlineData("Australia/Lord_Howe", "2023-09-15")]
    [InlineData("America/Sao_Paulo", "2018-10-20")] // forward at midnight: a day that begins at 1
    [InlineData("America/Sao_Paulo", "2018-02-01")] // back at midnight
    [InlineData("America/Havana", "2023-10-20")] // back from 1 to 0: a day that begins twice
    [InlineData("Asia/Kolkata", "2024-02-10")] // never, and half an hour off
    [InlineData("Pacific/Apia", "2011-12-01")] // a Friday that never was
    public void Every_due_time_is_that_of_a_walk_minute_by_minute(string zone, string from)
    {
        var first = DateTime.SpecifyKind(DateTime.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
        var shown = MinuteByMinute.Shown(zone, first, Minutes);
        var random = new Random(zone.Length + first.DayOfYear);
        for (var i = 0; i < Calendars; i++)
        {
            var calendar = RandomCalendars.Next(random, zone, first);
            var walk = new MinuteByMinute(calendar, shown, first);
            for (var j = 0; j < 12; j++) Compare(walk, calendar, first, random);
        }
    }

    private static void Compare(MinuteByMinute walk, WorkCalendar calendar, DateTime first, Random random)
    {
        var start = random.Next(3 * 24 * 60, 45 * 24 * 60);
        var at = first.AddMinutes(start);
        var pauses = RandomCalendars.Pauses(random, at);
        foreach (var promise in RandomCalendars.Promises(random))
        {
            var due = Deadline.From(at, promise, calendar, pauses, first.AddMinutes(Minutes));
            Assert.True(
                walk.Due(start, promise, pauses) == due.At,
                $"{promise} from {at:O} on {calendar} with holidays {string.Join(' ', calendar.Holidays)} and pauses {string.Join(' ', pauses)}: {due.At:O} is not {walk.Due(start, promise, pauses):O}");
        }

        var (date, days) = (DateOnly.FromDateTime(at), random.Next(1, 9));
        Assert.Equal(walk.DueFromDate(date, days), Deadline.From(date, new WorkingDays(days), calendar, [], at).At);
        Assert.Equal(first.AddMinutes(walk.FirstMinuteOf(date.AddDays(2))), Deadline.From(date, new CalendarDays(1), calendar, [], at).At);
    }
}
