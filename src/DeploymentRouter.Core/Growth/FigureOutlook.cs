namespace DeploymentRouter.Core.Growth;

/// <summary>One figure held against its limit.</summary>
/// <param name="Name">"users" or "repositories".</param>
/// <param name="Limit">1 or more.</param>
public sealed record FigureOutlook(string Name, DateOnly On, FigureFacts Facts, long Limit)
{
    /// <summary>Nobody plans further ahead, and no line through counts holds so long; in days.</summary>
    public const int HorizonDays = 3_650;

    private const int Decimals = 6;

    public long Count => Facts.Latest;

    /// <summary>1 is the limit itself.</summary>
    public double Utilisation => (double)Count / Limit;

    /// <summary>Whole per cent, rounded down: what is not reached is not said.</summary>
    public long Percent => Count * 100 / Limit;

    /// <summary>Whether the latest reading, or any since it was last cleared, is above the limit; exactly at it is not over.</summary>
    public bool IsOver => Count > Limit || Facts.Peak?.Count > Limit;

    /// <summary>
    /// When it reaches the limit if it goes on from the latest reading as fast as its trend; null: not in sight, because it does
    /// not grow, or not within <see cref="HorizonDays"/>, or because there is no trend yet. At or above the limit: the day of the reading.
    /// </summary>
    public DateOnly? ReachedOn => Facts.Trend is { } trend ? Reaches(trend.PerDay) : Reaches(0);

    /// <summary>The earlier end of its range: at the fastest growth that fits the readings. Null: not known, or not in sight.</summary>
    public DateOnly? Earliest => HasRange ? Reaches(Facts.Trend!.FastestPerDay!.Value) : null;

    /// <summary>The later end of its range; null although <see cref="HasRange"/>: perhaps never.</summary>
    public DateOnly? Latest => HasRange ? Reaches(Facts.Trend!.SlowestPerDay!.Value) : null;

    /// <summary>Whether a date is in sight and three or more days were read: two do not say how sure they are.</summary>
    public bool HasRange => Count < Limit && ReachedOn is not null && Facts.Trend is { FastestPerDay: not null };

    /// <summary>Whether at least so much of the limit is used; exact, without rounding.</summary>
    public bool Uses(int percent) => Count * 100 >= percent * Limit;

    private DateOnly? Reaches(double perDay)
    {
        if (Count >= Limit) return On;
        if (perDay <= 0) return null;
        // Rounded first: a quotient of 90 days may come out a hair above 90.
        var days = Math.Round((Limit - Count) / perDay, Decimals);
        return days <= HorizonDays ? On.AddDays((int)Math.Ceiling(days)) : null;
    }
}
