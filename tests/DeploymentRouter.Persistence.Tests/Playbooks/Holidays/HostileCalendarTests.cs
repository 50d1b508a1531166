using System.Diagnostics;
using System.Text;
using DeploymentRouter.Persistence.Playbooks.Holidays;
using static DeploymentRouter.Persistence.Tests.Playbooks.Holidays.Ics;

namespace DeploymentRouter.Persistence.Tests.Playbooks.Holidays;

public sealed class HostileCalendarTests
{
    private const string Heavy = "RRULE:FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=366,365,364,363,362,361,360";

    private static readonly Dictionary<string, (Func<string> Text, string Fault)> Files = new(StringComparer.Ordinal)
    {
        ["nothing"] = (() => "", "It is not an iCalendar file"),
        ["another kind"] = (() => "{}", "It is not an iCalendar file"),
        ["half written"] = (() => Calendar(Event("DTSTART;VALUE=DATE:20221226"))[..90], "It ends in the middle."),
        ["cut in a line"] = (() => Calendar(Event("DTSTART;VALUE=DATE:20221226"))[..^30], "It ends in the middle."),
        ["2 MB"] = (() => Calendar(Event("DESCRIPTION:" + new string('a', 2_000_000))), "It has more than 1,048,576 bytes."),
        ["many events"] = (() => Calendar([.. Enumerable.Repeat(Event("DTSTART;VALUE=DATE:20221226"), 5_000)]), "It is too large"),
        ["many lines"] = (() => Calendar(Event("X:y" + string.Concat(Enumerable.Repeat("\r\n a", 100_000)))), "It is too large"),
        ["deep"] = (() => string.Concat(Enumerable.Repeat("BEGIN:VCALENDAR\r\n", 10_000)), "It is too large"),
        ["every second"] = (() => Calendar(Event("DTSTART;VALUE=DATE:20000101", "RRULE:FREQ=SECONDLY")), "Its event “Lamp Day” repeats more often than daily."),
        ["every hour by rule"] = (() => Calendar(Event("DTSTART:20000101T000000Z", "RRULE:FREQ=DAILY;BYHOUR=1,2")), "Its event “Lamp Day” repeats by the hour."),
        ["every day for ever"] = (() => Calendar(Event("DTSTART;VALUE=DATE:19000101", "RRULE:FREQ=DAILY")), "It has more than 1,000 holidays"),
        ["for ever long"] = (() => Calendar(Event("DTSTART;VALUE=DATE:20000101", "DTEND;VALUE=DATE:99991231")), "It has more than 1,000 holidays"),
        ["30 February"] = (() => Calendar(Event("DTSTART;VALUE=DATE:20000101", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")), "It has a repetition rule that no date fits."),
        ["30 February, yearly"] = (() => Calendar(Event("DTSTART;VALUE=DATE:20000101", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")), "It has a repetition rule that no date fits."),
        ["a long rule"] = (() => Calendar(Event("DTSTART;VALUE=DATE:20000101", "RRULE:FREQ=YEARLY;BYYEARDAY=" + string.Join(',', Enumerable.Range(1, 366)))), "It has a repetition rule of more than"),
        ["many rules"] = (() => Calendar([.. Enumerable.Repeat(Event("DTSTART;VALUE=DATE:20000101", "RRULE:FREQ=DAILY"), 500)]), "It is too large"),
        ["no start"] = (() => Calendar(Event()), "Its event “Lamp Day” has no start that is a date."),
        ["no date"] = (() => Calendar(Event("DTSTART;VALUE=DATE:2022133")), "Its event “Lamp Day” has no start that is a date."),
        ["year 1"] = (() => Calendar(Event("DTSTART;VALUE=DATE:00010101")), "Its event “Lamp Day” begins before 1900."),
        ["backwards"] = (() => Calendar(Event("DTSTART;VALUE=DATE:20220105", "DTEND;VALUE=DATE:20220103")), "It is not valid iCalendar"),
        ["a zone nobody knows"] = (() => Calendar(Event("DTSTART;TZID=Nowhere/Land:20221124T000000", "DTEND;TZID=Nowhere/Land:20221125T000000")), "It is not valid iCalendar: Unrecognized time zone id Nowhere/Land"),
        ["a broken rule"] = (() => Calendar(Event("DTSTART;VALUE=DATE:20220105", "RRULE:FREQ=SOMETIMES")), "It is not valid iCalendar"),
    };

    public static TheoryData<string> Names() => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_file_is_refused_within_two_seconds(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(Files[name].Text());
        var watch = Stopwatch.StartNew();
        var load = HolidayFile.Load(bytes, new DateOnly(2022, 1, 1), new DateOnly(2042, 12, 31));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
        Assert.Empty(load.Holidays);
        Assert.StartsWith(Files[name].Fault, load.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void The_heaviest_rules_that_are_read_take_no_longer_than_that()
    {
        var bytes = Encoding.UTF8.GetBytes(Calendar([.. Enumerable.Range(0, 100).Select(_ => Event("DTSTART;VALUE=DATE:19000101", Heavy))]));
        var watch = Stopwatch.StartNew();
        _ = HolidayFile.Load(bytes, new DateOnly(2022, 1, 1), new DateOnly(2042, 12, 31));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
    }

    [Fact]
    public void What_is_not_UTF_8_is_refused() =>
        Assert.Equal("It is not UTF-8 text. Export it again as iCalendar (.ics).", HolidayFile.Load([.. "BEGIN:VCALENDAR\r\n"u8, 0xFF, 0xFE], default, default).Fault);
}
