using System.Globalization;

namespace DeploymentRouter.Core.Clocks;

/// <summary>Times in the sentences of clocks.</summary>
/// <param name="now">UTC; the year that need not be named.</param>
/// <param name="toTheSecond">Whether seconds are named where there are any.</param>
internal sealed class ClockText(DateTime now, bool toTheSecond)
{
    /// <summary>"30 h", "2 h 30 min", "45 s".</summary>
    public string Span(TimeSpan span)
    {
        var seconds = toTheSecond || span < TimeSpan.FromMinutes(1) ? span.Seconds : 0;
        (long Count, string Unit)[] parts = [((long)span.TotalHours, "h"), (span.Minutes, "min"), (seconds, "s")];
        return string.Join(' ', parts.Where(part => part.Count > 0).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Count} {part.Unit}")));
    }

    /// <summary>"Fri 7 Oct", or "Fri 7 Oct 2022" when that is not this year.</summary>
    public string Day(DateOnly day) => day.ToString(day.Year == now.Year ? "ddd d MMM" : "ddd d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"Fri 7 Oct 15:00 UTC".</summary>
    public string Instant(DateTime utc) => $"{Day(DateOnly.FromDateTime(utc))} {Time(utc)} UTC";

    /// <summary>"15:00" or "15:00:59".</summary>
    public string Time(DateTime time) => time.ToString(toTheSecond && time.Second != 0 ? "HH:mm:ss" : "HH:mm", CultureInfo.InvariantCulture);
}
