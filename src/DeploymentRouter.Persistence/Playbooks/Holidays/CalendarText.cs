using System.Globalization;
using System.Text;

namespace DeploymentRouter.Persistence.Playbooks.Holidays;

/// <summary>The text of a calendar file, refused before a library works on it when reading it could take long.</summary>
internal static class CalendarText
{
    public const int MaxBytes = 1024 * 1024;
    public const int MaxEvents = 1_000;
    public const int MaxRules = 100;
    public const int MaxRuleLength = 120;
    public const int MaxLines = 40_000;
    public const int MaxDepth = 5;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, or why it is refused.</summary>
    public static (string? Text, string? Fault) Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
            return (null, Say($"It has more than {MaxBytes:N0} bytes. Export only the calendar with the holidays."));
        try
        {
            var text = StrictUtf8.GetString(bytes).TrimStart('\uFEFF');
            return FaultOf(text) is { } fault ? (null, fault) : (text, null);
        }
        catch (DecoderFallbackException)
        {
            return (null, "It is not UTF-8 text. Export it again as iCalendar (.ics).");
        }
    }

    private static string? FaultOf(string text)
    {
        var (lines, events, rules, depth) = (0, 0, 0, 0);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range].Trim();
            if (lines++ == 0 && !line.Equals("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase))
                return "It is not an iCalendar file: those begin with BEGIN:VCALENDAR.";
            if (line.StartsWith("BEGIN:", StringComparison.OrdinalIgnoreCase)) depth++;
            if (line.StartsWith("END:", StringComparison.OrdinalIgnoreCase)) depth--;
            if (line.Equals("BEGIN:VEVENT", StringComparison.OrdinalIgnoreCase)) events++;
            // The rules of a time zone are not worked out.
            var isRule = depth <= 2 && line.StartsWith("RRULE", StringComparison.OrdinalIgnoreCase);
            if (isRule && line.Length > MaxRuleLength)
                return Say($"It has a repetition rule of more than {MaxRuleLength:N0} characters. List the dates instead.");
            if (isRule) rules++;
            if (depth > MaxDepth || lines > MaxLines || events > MaxEvents || rules > MaxRules)
                return Say($"It is too large: a calendar of holidays has at most {MaxEvents:N0} events, {MaxRules:N0} of them repeated, and {MaxLines:N0} lines.");
        }

        return depth == 0 ? null : "It ends in the middle. Export or copy it again.";
    }

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
