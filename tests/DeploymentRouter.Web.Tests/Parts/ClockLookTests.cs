using System.Globalization;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Tests.Parts;

public sealed class ClockLookTests
{
    [Theory]
    [InlineData("2026-11-27 22:00", false, "3 days left", "Fri 27 Nov, 3 days left", ClockState.Calm)]
    [InlineData("2026-11-25 22:00", false, "1 day left", "tomorrow 22:00 UTC, 1 day left", ClockState.Calm)]
    [InlineData("2026-11-24 22:00", false, "Due today", "today 22:00 UTC", ClockState.Warn)]
    [InlineData("2026-11-25 00:00", false, "Due today", "today", ClockState.Warn)]
    [InlineData("2026-11-24 10:00", false, "Late by 38 min", "today, late by 38 minutes", ClockState.Late)]
    [InlineData("2026-11-23 09:00", false, "Late by 1 d", "yesterday, late by 1 day", ClockState.Late)]
    [InlineData("2026-12-03 00:00", true, "about Wed 2 Dec", "Wed 2 Dec, 8 days left", ClockState.Calm)]
    [InlineData("2026-11-21 00:00", true, "about Fri 20 Nov", "Fri 20 Nov, 4 days ago", ClockState.Calm)]
    public void A_clock_reads_as_people_say_it(string due, bool isEstimate, string words, string longWords, ClockState state)
    {
        var look = ClockLook.Of(Utc(due), isEstimate, Utc("2026-11-20 09:00"), Utc("2026-11-24 10:38"));

        Assert.Equal((words, longWords, state), (look.Words, look.LongWords, look.State));
    }

    [Theory]
    [InlineData("2026-11-27 22:00", false, "due Fri 27 Nov 2026 22:00 UTC, counted from Fri 20 Nov 2026 09:00 UTC")]
    [InlineData("2026-12-03 00:00", true, "about Wed 2 Dec 2026, counted from Fri 20 Nov 2026 09:00 UTC")]
    public void Whoever_points_at_it_reads_where_it_comes_from(string due, bool isEstimate, string says) =>
        Assert.Equal(says, ClockLook.Of(Utc(due), isEstimate, Utc("2026-11-20 09:00"), Utc("2026-11-24 10:38")).Says);

    [Theory]
    [InlineData("2026-11-20 09:00", 0)]
    [InlineData("2026-11-22 09:00", 50)]
    [InlineData("2026-11-30 09:00", 100)]
    public void Its_ring_shows_the_part_that_is_used(string now, int used) =>
        Assert.Equal(used, ClockLook.Of(Utc("2026-11-24 09:00"), false, Utc("2026-11-20 09:00"), Utc(now)).Used);

    [Theory]
    [InlineData(-5, "0 min", "0 minutes")]
    [InlineData(1, "1 min", "1 minute")]
    [InlineData(59, "59 min", "59 minutes")]
    [InlineData(60, "1 h", "1 hour")]
    [InlineData(2_879, "1 d", "1 day")]
    [InlineData(2_880, "2 d", "2 days")]
    public void A_span_of_time_is_rounded_down(int minutes, string inList, string inSentence)
    {
        Assert.Equal(inList, SpanText.InList(TimeSpan.FromMinutes(minutes)));
        Assert.Equal(inSentence, SpanText.InSentence(TimeSpan.FromMinutes(minutes)));
    }

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.Parse(text, CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
