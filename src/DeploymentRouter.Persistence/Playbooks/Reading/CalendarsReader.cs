using System.Globalization;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks.Reading;

/// <summary>Reads <c>calendars</c>.</summary>
internal static class CalendarsReader
{
    // In the order of DayOfWeek.
    private static readonly string[] WeekdayWords = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    public static IReadOnlyList<WorkCalendar> Read(MapReader file) => file.Sections("calendars", ReadOne);

    private static WorkCalendar ReadOne(string id, MapReader section)
    {
        var calendar = new WorkCalendar(
            id,
            section.Text("name"),
            TimeZone(section),
            WorkingDays(section),
            Time(section, "opens"),
            Time(section, "closes"),
            Holidays(section));
        if (calendar.Opens >= calendar.Closes)
            section.Fault("It must open before it closes.");
        return calendar;
    }

    private static string TimeZone(MapReader section)
    {
        var node = section.TextNode("time_zone");
        if (node is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(node.Value, out _))
            section.Faults.Add(node, $"No time zone '{node.Value}'; write UTC or a name such as Europe/Paris.");
        return node?.Value ?? "UTC";
    }

    private static List<DayOfWeek> WorkingDays(MapReader section)
    {
        var days = new List<DayOfWeek>();
        foreach (var text in section.Texts("working_days"))
        {
            var index = Array.IndexOf(WeekdayWords, text.Value);
            var day = (DayOfWeek)Math.Max(index, 0);
            if (index < 0)
                section.Faults.Add(text, $"'{text.Value}' is not a day{Suggestion.For(text.Value, WeekdayWords)}");
            else if (days.Contains(day))
                section.Faults.Add(text, $"'{text.Value}' is given twice; keep one.");
            else
                days.Add(day);
        }
        if (days.Count == 0)
            section.Fault("'working_days' must list at least one day, for example [monday, tuesday].");
        return days;
    }

    private static TimeOnly Time(MapReader section, string key)
    {
        if (section.TextNode(key) is not { } node)
            return default;
        if (!TimeOnly.TryParseExact(node.Value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            section.Faults.Add(node, $"'{node.Value}' is not a time; write it as 07:00.");
        return time;
    }

    private static IReadOnlyList<DateOnly> Holidays(MapReader section)
    {
        var texts = section.Texts("holidays");
        if (texts.Count > WorkCalendar.MaxHolidays)
        {
            section.Fault(string.Create(CultureInfo.InvariantCulture, $"'holidays' lists at most {WorkCalendar.MaxHolidays:N0} dates; leave out those long past."));
            return [];
        }
        return [.. texts.Select(text => Date(text, section.Faults)).Order()];
    }

    private static DateOnly Date(YamlText text, FaultList faults)
    {
        if (!DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            faults.Add(text, $"'{text.Value}' is not a date; write it as 2026-12-25.");
        return date;
    }
}
