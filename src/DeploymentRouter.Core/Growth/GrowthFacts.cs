namespace DeploymentRouter.Core.Growth;

/// <summary>What the readings of one deployment say by themselves, before any limit is held against them.</summary>
/// <param name="On">Day of the latest reading.</param>
/// <param name="Count">How many readings count.</param>
public sealed record GrowthFacts(DateOnly On, int Count, FigureFacts Users, FigureFacts Repositories)
{
    /// <summary>
    /// Sums up readings, in whatever order they were entered. Withdrawn ones do not count. Of several on one day the higher
    /// figure counts.
    /// </summary>
    /// <param name="clearedOn">Heights up to this day no longer make it "over"; null: all do.</param>
    /// <param name="trendOverDays">The trend rests on the readings of this many days before the latest, but on no fewer than the last two.</param>
    /// <returns>Null: no reading counts.</returns>
    public static GrowthFacts? Of(IEnumerable<Reading> readings, DateOnly? clearedOn, int trendOverDays)
    {
        var counting = readings.Where(reading => reading.Withdrawal is null).ToList();
        if (counting.Count == 0) return null;
        var days = counting.GroupBy(reading => reading.On).OrderBy(day => day.Key).ToList();
        return new GrowthFacts(
            days[^1].Key,
            counting.Count,
            FigureFacts.Of([.. days.Select(day => (day.Key, day.Max(reading => reading.Users)))], clearedOn, trendOverDays),
            FigureFacts.Of([.. days.Select(day => (day.Key, day.Max(reading => reading.Repositories)))], clearedOn, trendOverDays));
    }
}

/// <summary>One figure of a deployment over time.</summary>
/// <param name="Latest">On the day of the latest reading.</param>
/// <param name="Peak">The highest since "over" was last cleared; null: nothing was read since.</param>
/// <param name="Trend">Null: one day has been read so far.</param>
public sealed record FigureFacts(long Latest, Peak? Peak, Trend? Trend)
{
    internal static FigureFacts Of(List<(DateOnly On, long Count)> days, DateOnly? clearedOn, int trendOverDays)
    {
        var from = days[^1].On.AddDays(-trendOverDays);
        var recent = days.FindAll(day => day.On >= from);
        if (recent.Count < 2) recent = [.. days.TakeLast(2)];
        var since = days.FindAll(day => clearedOn is null || day.On > clearedOn);
        var highest = since.Select(day => new Peak(day.Count, day.On)).MaxBy(peak => peak.Count);
        return new FigureFacts(days[^1].Count, highest, Trend.Of(recent));
    }
}

/// <summary>The highest count that was read, and when first.</summary>
public sealed record Peak(long Count, DateOnly On);
