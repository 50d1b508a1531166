using System.Globalization;
using DeploymentRouter.Core.Clocks;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Core.Tests.Clocks;

public sealed class ClockSentenceTests
{
    private static readonly WorkCalendar Office = new(
        "office", "Office", "UTC", [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
        new TimeOnly(7, 0), new TimeOnly(22, 0), []);

    [Fact]
    public void It_says_when_why_and_since_when() => Assert.Equal(
        "due Tue 18 Oct 22:00 UTC: 7 working days from agreement on Fri 7 Oct",
        Say(new WorkingDays(7), ClockStart.On(new DateOnly(2022, 10, 7), Office, "agreement")));

    [Fact]
    public void A_year_is_named_when_it_is_another_one() => Assert.Equal(
        "due Mon 2 Jan 2023 22:00 UTC: 1 working day from the start of Provision on Fri 30 Dec 10:00 UTC",
        Say(new WorkingDays(1), Since("2022-12-30T10:00:00Z", "the start of Provision")));

    [Fact]
    public void Many_holidays_are_counted() => Assert.EndsWith(
        ", without the holidays Mon 10 Oct, Tue 11 Oct, Wed 12 Oct and 2 more",
        Say(
            new WorkingDays(1), ClockStart.On(new DateOnly(2022, 10, 7), Office, ""),
            Office with { Holidays = [.. Enumerable.Range(8, 7).Select(day => new DateOnly(2022, 10, day))] }),
        StringComparison.Ordinal);

    [Fact]
    public void A_holiday_that_made_no_difference_is_not_named() => Assert.EndsWith(
        "Fri 7 Oct",
        Say(new ElapsedHours(99), ClockStart.On(new DateOnly(2022, 10, 7), Office, ""), Office with { Holidays = [new DateOnly(2022, 10, 10)] }),
        StringComparison.Ordinal);

    [Fact]
    public void A_clock_that_stands_still_says_since_when_and_what_if_it_ran() => Assert.Equal(
        "stands still since Fri 7 Oct 10:00 UTC; if it ran again now, due Sat 8 Oct 12:00 UTC: 24 hours from Fri 7 Oct 09:00 UTC, with 3 h in pauses given back",
        Say(new ElapsedHours(24), Since("2022-10-07T09:00:00Z", ""), Office, new Pause(Utc("2022-10-07T10:00:00Z"), null, "waits")));

    private static string Say(TargetDuration duration, ClockStart start, WorkCalendar? calendar = null, params Pause[] pauses) =>
        ClockSentence.Of(new Promise(duration, calendar ?? Office, start, pauses), Utc("2022-10-07T13:00:00Z"));

    private static ClockStart Since(string instant, string what) => ClockStart.Since(Utc(instant), what);

    private static DateTime Utc(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
}
