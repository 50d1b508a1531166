namespace DeploymentRouter.Web.Tests.CommandLine.Clocks;

[Collection(ProcessEnvironment.Name)]
public sealed class ClockDueTests : IDisposable
{
    private readonly PlaybookRun files = new();

    [Theory]
    [InlineData("7 working days", "2022-10-07", "2022-10-18T22:00:00Z", "due Tue 18 Oct 2022 22:00 UTC: 7 working days from Fri 7 Oct 2022")]
    [InlineData("24 hours", "2022-10-14T16:00:00Z", "2022-10-15T16:00:00Z", "due Sat 15 Oct 2022 16:00 UTC: 24 hours from Fri 14 Oct 2022 16:00 UTC")]
    [InlineData("24 hours", "2022-10-14T18:00+02:00", "2022-10-15T16:00:00Z", "due Sat 15 Oct 2022 16:00 UTC: 24 hours from Fri 14 Oct 2022 16:00 UTC")]
    [InlineData("30 calendar days", "2022-10-07", "2022-11-06", "due Sun 6 Nov 2022: 30 calendar days from Fri 7 Oct 2022")]
    [InlineData("2 days", "2024-02-28", "2024-03-01", "due Fri 1 Mar 2024: 2 calendar days from Wed 28 Feb 2024")]
    [InlineData("about 30 days", "2022-10-07", "2022-11-06", "about Sun 6 Nov 2022: 30 days from Fri 7 Oct 2022, an aim that is never late")]
    [InlineData("2 working hours", "2022-10-07T21:00:00Z", "2022-10-10T08:00:00Z", "due Mon 10 Oct 2022 08:00 UTC: 2 working hours from Fri 7 Oct 2022 21:00 UTC")]
    [InlineData("2 hours in office hours", "2022-10-08", "2022-10-10T09:00:00Z", "due Mon 10 Oct 2022 09:00 UTC: 2 working hours from Sat 8 Oct 2022")]
    [InlineData(
        "1 hour in office hours, else 1 working day", "2022-10-07T21:59:59Z", "2022-10-07T22:59:59Z",
        "due Fri 7 Oct 2022 22:59:59 UTC: 1 hour, begun in office hours, from Fri 7 Oct 2022 21:59:59 UTC")]
    [InlineData(
        "1 hour in office hours, else 1 working day", "2022-10-07T22:00:00Z", "2022-10-10T22:00:00Z",
        "due Mon 10 Oct 2022 22:00 UTC: 1 working day, begun outside office hours, from Fri 7 Oct 2022 22:00 UTC")]
    public async Task It_prints_the_due_time_and_its_sentence(string target, string from, string due, string sentence)
    {
        var run = await ClockRun.Due(target, from);
        Assert.Equal((0, "", $"{due}\n{sentence}\n"), (run.Exit, run.Errors, run.Output));
    }

    [Fact]
    public async Task Holidays_are_left_out_and_named()
    {
        var run = await ClockRun.Due("15 working days", "2022-12-21", "--holidays", "2022-12-26,2022-12-27", "--holidays", "2023-01-02");
        Assert.Equal("2023-01-16T22:00:00Z", run.Lines[0]);
        Assert.EndsWith("from Wed 21 Dec 2022, without the holidays Mon 26 Dec 2022, Tue 27 Dec 2022 and Mon 2 Jan 2023", run.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Holidays_come_from_a_calendar_file_too()
    {
        var file = files.File("off.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20001226\r\nDTEND;VALUE=DATE:20001228\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:Winter days\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        var run = await ClockRun.Due("15 working days", "2022-12-21", "--holidays", file, "--holidays", "2023-01-02");
        Assert.Equal((0, "2023-01-16T22:00:00Z"), (run.Exit, run.Lines[0]));
    }

    [Fact]
    public async Task Pauses_give_back_the_office_time_they_took()
    {
        var run = await ClockRun.Due("3 working days", "2022-10-07T15:00:00Z", "--pause", "2022-10-10T20:00:00Z/2022-10-11T08:30:00Z");
        Assert.Equal("2022-10-13T10:30:00Z", run.Lines[0]);
        Assert.EndsWith(", with 3 h 30 min of office time in pauses given back", run.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_playbook_brings_its_own_calendars_and_their_local_time_is_named()
    {
        var file = files.Changed("berlin.yaml", ("    time_zone: UTC\n", "    time_zone: Europe/Berlin\n"), ("    holidays: []\n", "    holidays: [2023-10-31]\n"));
        var run = await ClockRun.Due("2 working days", "2023-10-27", "--playbook", file);
        Assert.Equal("2023-11-01T21:00:00Z", run.Lines[0]);
        Assert.Equal(
            "due Wed 1 Nov 2023 21:00 UTC (22:00 Europe/Berlin): 2 working days from Fri 27 Oct 2023, without the holiday Tue 31 Oct 2023", run.Lines[1]);
    }

    [Theory]
    [InlineData("", "--calendar is missing.")]
    [InlineData("--calendar cloud-office-hours --target 7_working_days", "--from is missing.")]
    [InlineData("--calendar cloud-office-hours --from 2022-10-07", "--target is missing.")]
    [InlineData("--calendar cloud-office-hours --target 7_workdays --from 2022-10-07", "'7 workdays' is not a target. Write it like one of: 24 hours;")]
    [InlineData("--calendar cloud-office-hours --target 0_hours --from 2022-10-07", "'0 hours' is not a target.")]
    [InlineData("--calendar cloud-office-hours --target 24_hours --from 2022-10-07T15:00:00", "'2022-10-07T15:00:00' does not say in which time zone. Add Z")]
    [InlineData("--calendar cloud-office-hours --target 24_hours --from 2023-02-29", "'2023-02-29' is not a date.")]
    [InlineData("--calendar cloud-office-hours --target 24_hours --from 2022-10-07T25:00Z", "'2022-10-07T25:00Z' is neither a date nor an instant.")]
    [InlineData("--calendar cloud-office-hours --target 24_hours --from 9999-12-31", "'9999-12-31' is out of range.")]
    [InlineData("--calendar cloud-office-hours --target 24_hours --from 2022-10-07 --holidays 2022-13-01", "'2022-13-01' is not a date.")]
    [InlineData("--calendar cloud-office-hours --target 24_hours --from 2022-10-07 --holidays nothing.ics", "nothing.ics: The file cannot be read.")]
    [InlineData("--calendar cloud-office-hours --target 24_hours --from 2022-10-07 --pause 2022-10-07", "'2022-10-07' is not a pause.")]
    [InlineData("--calendar cloud-office-hours --target 24_hours --from 2022-10-07 --pause 2022-10-07T02:00Z/2022-10-07T01:00Z", "The pause")]
    [InlineData("--calendar office --target 24_hours --from 2022-10-07", "The playbook has no calendar 'office'. It has: cloud-office-hours.")]
    [InlineData("--calender office", "There is no option '--calender'; did you mean '--calendar'?")]
    [InlineData("--calendar a --calendar b --target 24_hours --from 2022-10-07", "--calendar is given twice. Keep one.")]
    [InlineData("--calendar", "--calendar needs a value.")]
    [InlineData("--calendar cloud-office-hours --target 24_hours --from 2022-10-07 --playbook nothing.yaml", "nothing.yaml: There is no such file: ")]
    public async Task Bad_input_is_told_what_to_do_and_ends_with_2(string words, string message)
    {
        var run = await ClockRun.Of(["due", .. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Replace('_', ' '))]);
        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.StartsWith(message, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_known_verb_it_shows_the_usage()
    {
        Assert.StartsWith("Usage: clock due", (await ClockRun.Of()).Errors, StringComparison.Ordinal);
        Assert.Equal(2, (await ClockRun.Of("deu")).Exit);
    }

    public void Dispose() => files.Dispose();
}
