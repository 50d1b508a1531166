using System.Globalization;

namespace DeploymentRouter.Web.Components.Parts;

/// <summary>Lengths of time as people say them.</summary>
public static class SpanText
{
    /// <summary>In lists: "40 min", "5 h", "21 d".</summary>
    public static string InList(TimeSpan span) => Parted(span) switch
    {
        (var minutes, "minute") => Text(minutes, "min"),
        (var hours, "hour") => Text(hours, "h"),
        (var days, _) => Text(days, "d"),
    };

    /// <summary>In sentences: "40 minutes", "1 day".</summary>
    public static string InSentence(TimeSpan span)
    {
        var (count, unit) = Parted(span);
        return Text(count, count == 1 ? unit : unit + "s");
    }

    /// <summary>To the minute: "14 d 2 h 5 min".</summary>
    public static string Exact(long minutes)
    {
        (long Count, string Unit)[] parts = [(minutes / 1_440, "d"), (minutes / 60 % 24, "h"), (minutes % 60, "min")];
        return minutes == 0 ? "0 min" : string.Join(' ', parts.Where(part => part.Count > 0).Select(part => Text(part.Count, part.Unit)));
    }

    // A day and a half reads as "1 d": time that has passed is rounded down, like an age.
    private static (long Count, string Unit) Parted(TimeSpan span) =>
        span.TotalDays >= 1 ? ((long)span.TotalDays, "day")
        : span.TotalHours >= 1 ? ((long)span.TotalHours, "hour")
        : (Math.Max(0, (long)span.TotalMinutes), "minute");

    private static string Text(long count, string unit) => string.Create(CultureInfo.InvariantCulture, $"{count} {unit}");
}
