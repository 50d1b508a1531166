namespace DeploymentRouter.Core.Reporting;

/// <summary>
/// How long many things took, in whole minutes. Both figures are ones that occurred: the smallest with which half, or nine of ten, of
/// all took no longer (nearest rank).
/// </summary>
/// <param name="Count">How many there were; 0: both figures are 0 and say nothing.</param>
public sealed record Spread(int Count, long Median, long Ninetieth)
{
    /// <summary>The spread of some figures in any order.</summary>
    public static Spread Of(IEnumerable<long> minutes)
    {
        var sorted = minutes.Order().ToList();
        return sorted.Count == 0 ? new Spread(0, 0, 0) : new Spread(sorted.Count, sorted[Rank(sorted.Count, 50)], sorted[Rank(sorted.Count, 90)]);
    }

    private static int Rank(int count, int percent) => (((count * percent) + 99) / 100) - 1;
}
