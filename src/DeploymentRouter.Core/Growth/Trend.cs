namespace DeploymentRouter.Core.Growth;

/// <summary>How fast a figure grows, as far as its readings tell; in counts per day, negative when it falls.</summary>
/// <param name="From">Day of the first reading it rests on.</param>
/// <param name="Points">Days with a reading it rests on; 2 or more.</param>
/// <param name="PerDay">Slope of the least-squares line; of two points, of the line through them.</param>
/// <param name="SlowestPerDay">Lower end of the slope's 95 % confidence interval; null with two points, which say nothing about themselves.</param>
/// <param name="FastestPerDay">Its upper end.</param>
public sealed record Trend(DateOnly From, int Points, double PerDay, double? SlowestPerDay, double? FastestPerDay)
{
    /// <summary>
    /// Ordinary least squares of count on day, and the interval b ± t(n−2; 0.975) · s / √Sxx of its slope with
    /// s² = Σ(residual²)/(n−2). Draper and Smith, Applied Regression Analysis, 3rd edition, sections 1.2 and 1.4.
    /// </summary>
    /// <param name="points">Days without repetition; fewer than two make no trend.</param>
    public static Trend? Of(IReadOnlyList<(DateOnly On, long Count)> points)
    {
        if (points.Count < 2) return null;
        var n = points.Count;
        var first = points.Min(point => point.On);
        // Counted from the first day and the mean: the sums stay small, and so does their rounding.
        var days = points.Select(point => (double)(point.On.DayNumber - first.DayNumber)).ToArray();
        var (meanDay, meanCount) = (days.Average(), points.Average(point => (double)point.Count));
        double spread = 0, together = 0, residues = 0;
        for (var i = 0; i < n; i++)
        {
            spread += (days[i] - meanDay) * (days[i] - meanDay);
            together += (days[i] - meanDay) * (points[i].Count - meanCount);
        }

        var slope = together / spread;
        if (n == 2) return new Trend(first, n, slope, null, null);
        for (var i = 0; i < n; i++)
        {
            var residue = points[i].Count - meanCount - slope * (days[i] - meanDay);
            residues += residue * residue;
        }

        var margin = StudentT.Of95(n - 2) * Math.Sqrt(residues / (n - 2) / spread);
        return new Trend(first, n, slope, slope - margin, slope + margin);
    }
}
