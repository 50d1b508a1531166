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
    /// <param name="clearings">When "over" was cleared, oldest first. One whose readings were all withdrawn since has nothing to rest on and counts for nothing.</param>
    /// <param name="trendOverDays">The trend rests on the readings of this many days before the latest, but on no fewer than the last two.</param>
    /// <returns>Null: no reading counts.</returns>
    public static GrowthFacts? Of(IEnumerable<Reading> readings, IReadOnlyList<Clearing> clearings, int trendOverDays)
    {
        var counting = readings.Where(reading => reading.Withdrawal is null).ToList();
        if (counting.Count == 0) return null;
        var days = counting.GroupBy(reading => reading.On).OrderBy(day => day.Key).ToList();
        var cleared = clearings.LastOrDefault(clearing => counting.Exists(clearing.RestsOn));
        var since = counting.FindAll(reading => cleared?.Covers(reading) is not true);
        return new GrowthFacts(days[^1].Key, counting.Count, Figure(reading => reading.Users), Figure(reading => reading.Repositories));

        FigureFacts Figure(Func<Reading, long> count) => FigureFacts.Of(
            [.. days.Select(day => (day.Key, day.Max(count)))],
            since.OrderBy(reading => reading.On).Select(reading => new Peak(count(reading), reading.On)).MaxBy(peak => peak.Count),
            trendOverDays);
    }
}

/// <summary>One figure of a deployment over time.</summary>
/// <param name="Latest">On the day of the latest reading.</param>
/// <param name="Peak">The highest since "over" was last cleared; null: nothing was read since.</param>
/// <param name="Trend">Null: one day has been read so far.</param>
public sealed record FigureFacts(long Latest, Peak? Peak, Trend? Trend)
{
    internal static FigureFacts Of(List<(DateOnly On, long Count)> days, Peak? highest, int trendOverDays)
    {
        var from = days[^1].On.AddDays(-trendOverDays);
        var recent = days.FindAll(day => day.On >= from);
        if (recent.Count < 2) recent = [.. days.TakeLast(2)];
        return new FigureFacts(days[^1].Count, highest, Trend.Of(recent));
    }
}

/// <summary>That "over" was cleared by hand: what was entered before it no longer makes it "over".</summary>
/// <param name="Entry">Number of the history entry that says so.</param>
/// <param name="UpTo">The day of the reading that was the latest then.</param>
public sealed record Clearing(int Entry, DateOnly UpTo)
{
    internal bool Covers(Reading reading) => reading.Entry < Entry && reading.On <= UpTo;

    internal bool RestsOn(Reading reading) => reading.Entry < Entry && reading.On == UpTo;
}

/// <summary>The highest count that was read, and when first.</summary>
public sealed record Peak(long Count, DateOnly On);
