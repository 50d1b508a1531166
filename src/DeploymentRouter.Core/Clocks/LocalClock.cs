namespace DeploymentRouter.Core.Clocks;

/// <summary>A clock on the wall of a time zone, which summer time puts forward and back.</summary>
internal sealed class LocalClock(TimeZoneInfo zone)
{
    // Farther from an instant than any offset and any change of it.
    private static readonly TimeSpan Around = TimeSpan.FromDays(1);

    /// <summary>What it shows at an instant (UTC).</summary>
    public DateTime At(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone);

    /// <summary>The first instant (UTC) at which it shows a time; where that time is skipped, the instant of the change.</summary>
    public DateTime First(DateTime shown) => Readings(shown) is var (first, _) ? first : Change(shown);

    /// <summary>The instant (UTC) from which on it never again shows an earlier time of the same day.</summary>
    public DateTime End(DateTime shown) => Readings(shown.AddTicks(-1)) is var (_, last) ? last.AddTicks(1) : Change(shown.AddTicks(-1));

    // Null: the time is skipped.
    private (DateTime First, DateTime Last)? Readings(DateTime shown)
    {
        var (byBefore, byAfter) = Candidates(shown);
        return (At(byBefore) == shown, At(byAfter) == shown) switch
        {
            (true, true) => (byBefore, byAfter),
            (true, false) => (byBefore, byBefore),
            (false, true) => (byAfter, byAfter),
            _ => null,
        };
    }

    // By the offset in force before any change around it, and after.
    private (DateTime ByBefore, DateTime ByAfter) Candidates(DateTime shown)
    {
        var asUtc = DateTime.SpecifyKind(shown, DateTimeKind.Utc);
        return (asUtc - zone.GetUtcOffset(asUtc - Around), asUtc - zone.GetUtcOffset(asUtc + Around));
    }

    // When the clock is put forward over a time that it does not show.
    private DateTime Change(DateTime skipped)
    {
        var (later, earlier) = Candidates(skipped);
        var offset = zone.GetUtcOffset(earlier);
        while (later.Ticks - earlier.Ticks > 1)
        {
            var middle = earlier.AddTicks((later.Ticks - earlier.Ticks) / 2);
            if (zone.GetUtcOffset(middle) == offset) earlier = middle;
            else later = middle;
        }

        return later;
    }
}
