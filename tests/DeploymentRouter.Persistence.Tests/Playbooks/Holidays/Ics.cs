using System.Text;
using DeploymentRouter.Persistence.Playbooks.Holidays;

namespace DeploymentRouter.Persistence.Tests.Playbooks.Holidays;

/// <summary>Calendar files in tests.</summary>
internal static class Ics
{
    public static string Calendar(params string[] events) =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//tests//EN\r\n{string.Concat(events)}END:VCALENDAR\r\n";

    public static string Event(params string[] lines) =>
        $"BEGIN:VEVENT\r\nUID:{Guid.NewGuid()}\r\nSUMMARY:Lamp Day\r\n{string.Concat(lines.Select(line => line + "\r\n"))}END:VEVENT\r\n";

    public static HolidayLoad Read(string text) =>
        HolidayFile.Load(Encoding.UTF8.GetBytes(text), new DateOnly(2022, 1, 1), new DateOnly(2026, 12, 31));

    public static string Dates(string text)
    {
        var load = Read(text);
        Assert.Null(load.Fault);
        return string.Join(' ', load.Holidays.Select(holiday => holiday.Date.ToString("yyyy-MM-dd", null)));
    }
}
