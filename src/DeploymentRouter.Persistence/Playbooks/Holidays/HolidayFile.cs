using System.Diagnostics;
using System.Globalization;
using System.Runtime.Serialization;
using DeploymentRouter.Core.Playbooks;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;

namespace DeploymentRouter.Persistence.Playbooks.Holidays;

/// <summary>Reads holidays from an iCalendar file (RFC 5545): every date that an event covers from midnight to midnight where the event is.</summary>
public static class HolidayFile
{
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly TimeSpan MaxWork = TimeSpan.FromSeconds(1);

    // Four years of days, for what happens on 29 February.
    private static readonly EvaluationOptions Bounded = new() { MaxUnmatchedIncrementsLimit = 1_500 };

    /// <summary>The holidays from one date to another; what repeats is worked out for that time only.</summary>
    public static HolidayLoad Load(string path, DateOnly from, DateOnly until)
    {
        try
        {
            using var file = File.OpenRead(path);
            var bytes = new byte[CalendarText.MaxBytes + 1];
            return Load(bytes.AsSpan(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)), from, until);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return HolidayLoad.Refused($"The file cannot be read. {refused.Message}");
        }
    }

    /// <summary>The holidays in the bytes of a file.</summary>
    public static HolidayLoad Load(ReadOnlySpan<byte> utf8, DateOnly from, DateOnly until)
    {
        var (text, fault) = CalendarText.Of(utf8);
        if (text is null) return HolidayLoad.Refused(fault!);
        try
        {
            var calendar = Ical.Net.Calendar.Load(text);
            return calendar is null ? HolidayLoad.Refused("It holds no calendar.")
                : calendar.Events.Select(FaultOf).FirstOrDefault(found => found is not null) is { } bad ? HolidayLoad.Refused(bad)
                : Read(calendar, from, until);
        }
        catch (EvaluationLimitExceededException)
        {
            return HolidayLoad.Refused("It has a repetition rule that no date fits. Correct it, or list the dates.");
        }
        catch (Exception refused) when (refused is SerializationException or ArgumentException or FormatException or InvalidOperationException or EvaluationException or OverflowException)
        {
            return HolidayLoad.Refused($"It is not valid iCalendar: {refused.Message.TrimEnd('.')}.");
        }
    }

    private static string? FaultOf(CalendarEvent one) => one switch
    {
        { Start: null } => $"Its event “{one.Summary}” has no start that is a date.",
        _ when one.Start.Date < Earliest => $"Its event “{one.Summary}” begins before 1900.",
        { RecurrenceRule.Frequency: < Ical.Net.FrequencyType.Daily } => $"Its event “{one.Summary}” repeats more often than daily. A holiday lasts whole days.",
        { RecurrenceRule: { } rule } when rule.ByHour.Count + rule.ByMinute.Count + rule.BySecond.Count > 0 =>
            $"Its event “{one.Summary}” repeats by the hour. A holiday lasts whole days.",
        _ => null,
    };

    private static HolidayLoad Read(Ical.Net.Calendar calendar, DateOnly from, DateOnly until)
    {
        var work = Stopwatch.StartNew();
        var names = new SortedDictionary<DateOnly, string>();
        var passedOver = new SortedSet<string>(StringComparer.Ordinal);
        // An event that began a year earlier may still last.
        foreach (var occurrence in calendar.GetOccurrences<CalendarEvent>(new CalDateTime(from.AddYears(-1)), Bounded))
        {
            if (occurrence.Period.StartTime.Date > until) break;
            var one = (CalendarEvent)occurrence.Source;
            if (string.Equals(one.Status, "CANCELLED", StringComparison.OrdinalIgnoreCase)) continue;
            var (first, last) = WholeDays(occurrence.Period);
            if (first > last) passedOver.Add(one.Summary ?? "");
            for (var date = first > from ? first : from; date <= last && date <= until; date = date.AddDays(1))
                names.TryAdd(date, one.Summary ?? "");
            if (names.Count > WorkCalendar.MaxHolidays || work.Elapsed > MaxWork)
                return HolidayLoad.Refused(string.Create(
                    CultureInfo.InvariantCulture, $"It has more than {WorkCalendar.MaxHolidays:N0} holidays from {from:yyyy-MM-dd} to {until:yyyy-MM-dd}, or takes too long to work out."));
        }

        return new HolidayLoad([.. names.Select(pair => new Holiday(pair.Key, pair.Value))], [.. passedOver], null);
    }

    private static (DateOnly First, DateOnly Last) WholeDays(Period period)
    {
        var start = period.StartTime;
        var end = period.EffectiveEndTime ?? start;
        if (!start.HasTime) return (start.Date, end.Date > start.Date ? end.Date.AddDays(-1) : start.Date);
        if (start.TzId is { } zone && end.TzId is not null && !string.Equals(zone, end.TzId, StringComparison.Ordinal)) end = end.ToTimeZone(zone);
        return (start.Time == TimeOnly.MinValue ? start.Date : start.Date.AddDays(1), end.Date.AddDays(-1));
    }
}
