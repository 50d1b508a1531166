using static DeploymentRouter.Persistence.Tests.Playbooks.Holidays.Ics;

namespace DeploymentRouter.Persistence.Tests.Playbooks.Holidays;

public sealed class HolidayFileTests
{
    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20221226", "2022-12-26")]
    [InlineData("DTSTART;VALUE=DATE:20221226|DTEND;VALUE=DATE:20221228", "2022-12-26 2022-12-27")]
    [InlineData("DTSTART;VALUE=DATE:20211230|DTEND;VALUE=DATE:20220103", "2022-01-01 2022-01-02")]
    [InlineData("DTSTART;VALUE=DATE:20221226|DURATION:P2D", "2022-12-26 2022-12-27")]
    [InlineData("DTSTART;VALUE=DATE:19701225|RRULE:FREQ=YEARLY", "2022-12-25 2023-12-25 2024-12-25 2025-12-25 2026-12-25")]
    [InlineData("DTSTART;VALUE=DATE:20000229|RRULE:FREQ=YEARLY", "2024-02-29")]
    [InlineData("DTSTART;VALUE=DATE:20221124|RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=3", "2022-11-24 2023-11-23 2024-11-28")]
    [InlineData("DTSTART;VALUE=DATE:20220701|RRULE:FREQ=YEARLY;UNTIL=20240101|EXDATE;VALUE=DATE:20230701", "2022-07-01")]
    [InlineData("DTSTART;VALUE=DATE:20220105|RDATE;VALUE=DATE:20230106,20240105", "2022-01-05 2023-01-06 2024-01-05")]
    [InlineData("DTSTART;TZID=America/New_York:20221124T000000|DTEND;TZID=America/New_York:20221125T000000", "2022-11-24")]
    [InlineData("DTSTART;TZID=Europe/Berlin:20230326T000000|DTEND;TZID=Europe/Berlin:20230327T000000", "2023-03-26")]
    [InlineData("DTSTART;TZID=W. Europe Standard Time:20230102T000000|DTEND;TZID=W. Europe Standard Time:20230103T000000", "2023-01-02")]
    [InlineData("DTSTART:20230101T120000Z|DTEND:20230104T120000Z", "2023-01-02 2023-01-03")]
    [InlineData("DTSTART;VALUE=DATE:20221226|STATUS:CANCELLED", "")]
    public void Every_date_that_an_event_covers_whole_is_a_holiday(string lines, string dates) =>
        Assert.Equal(dates, Dates(Calendar(Event(lines.Split('|')))));

    [Fact]
    public void A_repetition_that_was_moved_counts_where_it_is_now()
    {
        var master = "BEGIN:VEVENT\r\nUID:a\r\nDTSTART;VALUE=DATE:20231225\r\nRRULE:FREQ=YEARLY\r\nEND:VEVENT\r\n";
        var moved = "BEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID;VALUE=DATE:20241225\r\nDTSTART;VALUE=DATE:20241227\r\nEND:VEVENT\r\n";
        Assert.Equal("2023-12-25 2024-12-27 2025-12-25 2026-12-25", Dates(Calendar(master, moved)));
    }

    [Fact]
    public void What_lasts_no_whole_day_is_passed_over_by_name()
    {
        var load = Read(Calendar(Event("DTSTART;TZID=Europe/Berlin:20221224T140000", "DTEND;TZID=Europe/Berlin:20221225T000000")));
        Assert.Empty(load.Holidays);
        Assert.Equal(["Lamp Day"], load.PassedOver);
    }

    [Fact]
    public void A_date_that_two_events_cover_is_one_holiday() =>
        Assert.Equal("2022-12-26", Dates(Calendar(Event("DTSTART;VALUE=DATE:20221226"), Event("DTSTART;VALUE=DATE:20221226"))));

    [Fact]
    public void A_byte_order_mark_bare_line_ends_and_the_rules_of_a_zone_are_fine() =>
        Assert.Equal("2022-12-26", Dates("\uFEFF" + Calendar(
            "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n",
            Event("DTSTART;VALUE=DATE:20221226")).Replace("\r\n", "\n", StringComparison.Ordinal)));
}
