using System.Globalization;

namespace DeploymentRouter.Core.Clocks;

/// <summary>Times in the sentences of clocks. Exact to the second, where seconds are.</summary>
internal static class ClockText
{
    /// <summary>"Fri 7 Oct", or "Fri 7 Oct 2022" when that is not this year.</summary>
    public static string Day(DateOnly day, DateTime now) =>
        day.ToString(day.Year == now.Year ? "ddd d MMM" : "ddd d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"Fri 7 Oct 15:00 UTC".</summary>
    public static string Instant(DateTime utc, DateTime now) => $"{Day(DateOnly.FromDateTime(utc), now)} {Time(utc)} UTC";

    /// <summary>"15:00" or "15:00:59".</summary>
    public static string Time(DateTime time) => time.ToString(time.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>"30 h", "2 h 30 min", "45 s".</summary>
    public static string Span(TimeSpan span)
    {
        (long Count, string Unit)[] parts = [((long)span.TotalHours, "h"), (span.Minutes, "min"), (span.Seconds, "s")];
        return string.Join(' ', parts.Where(part => part.Count > 0).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Count} {part.Unit}")));
    }
}
