namespace DeploymentRouter.Web.Tests.CommandLine.Clocks;

[Collection(ProcessEnvironment.Name)]
public sealed class ClockHolidaysTests : IDisposable
{
    private const string Calendar =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a//EN\r\n"
        + "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20001225\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:Lamp Day\\n: []\r\nEND:VEVENT\r\n"
        + "BEGIN:VEVENT\r\nUID:2\r\nDTSTART:20260105T140000Z\r\nDTEND:20260105T170000Z\r\nSUMMARY:Half a day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private readonly PlaybookRun files = new();

    [Fact]
    public async Task What_it_prints_can_be_pasted_into_a_playbook()
    {
        var run = await ClockRun.Of("holidays", files.File("off.ics", Calendar), "--from", "2026-01-01", "--until", "2027-12-31");
        Assert.Equal("    holidays:\n      - 2026-12-25 # Lamp Day: []\n      - 2027-12-25 # Lamp Day: []\n", run.Output);
        Assert.Equal("off.ics: “Half a day” lasts no whole day and is passed over.\n", run.Errors);

        var playbook = files.Changed("with.yaml", ("    holidays: []\n", run.Output));
        Assert.Equal("2026-12-28T22:00:00Z", (await ClockRun.Due("1 working day", "2026-12-24", "--playbook", playbook)).Lines[0]);
    }

    [Fact]
    public async Task Bad_input_is_told_what_to_do()
    {
        Assert.StartsWith("Name a file", (await ClockRun.Of("holidays")).Errors, StringComparison.Ordinal);
        Assert.Equal(2, (await ClockRun.Of("holidays", "off.ics", "--from", "soon")).Exit);
        var run = await ClockRun.Of("holidays", files.File("off.ics", "<html>"));
        Assert.Equal((2, "off.ics: It is not an iCalendar file: those begin with BEGIN:VCALENDAR.\n"), (run.Exit, run.Errors));
    }

    public void Dispose() => files.Dispose();
}
