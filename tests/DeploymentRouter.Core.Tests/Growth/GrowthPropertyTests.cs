using CsCheck;
using DeploymentRouter.Core.Growth;
using static DeploymentRouter.Core.Tests.Growth.Series;

namespace DeploymentRouter.Core.Tests.Growth;

public sealed class GrowthPropertyTests
{
    private static readonly Gen<Reading> AnyReading =
        Gen.Select(Gen.Int[0, 500], Gen.Long[0, 25_000], Gen.Long[0, 250_000], Gen.Int[0, 9], (daysAgo, users, repositories, luck) =>
            Read(daysAgo, users, repositories, withdrawn: luck == 0));

    private static readonly Gen<Reading[]> AnySeries = AnyReading.Array[0, 12];

    [Fact]
    public void The_order_of_entry_does_not_matter() => Gen.Select(AnySeries, Gen.Int).Sample((readings, seed) =>
    {
#pragma warning disable CA5394 // Only an order is drawn.
        var shuffled = readings.ToArray();
        new Random(seed).Shuffle(shuffled);
#pragma warning restore CA5394
        Assert.Equal(Outlook(readings), Outlook(shuffled));
    });

    [Fact]
    public void Ten_times_the_counts_against_ten_times_the_limits_is_the_same() => AnySeries.Sample(readings =>
    {
        var triggers = Triggers with { UsersLimit = Triggers.UsersLimit * 10, RepositoriesLimit = Triggers.RepositoriesLimit * 10 };
        var grown = readings.Select(reading => reading with { Users = reading.Users * 10, Repositories = reading.Repositories * 10 });
        var (small, large) = (Outlook(readings), Series.Outlook(grown, null, triggers));
        Assert.Equal((small.State, small.ReachedOn, small.Utilisation), (large.State, large.ReachedOn, large.Utilisation));
    });

    [Fact]
    public void A_higher_latest_reading_never_makes_it_safer() => Gen.Select(AnySeries, Gen.Long[0, 25_000], Gen.Long[0, 5_000]).Sample((readings, users, more) =>
    {
        var before = Outlook([.. readings, Read(-1, users)]);
        var after = Outlook([.. readings, Read(-1, users + more)]);
        Assert.True(after.State >= before.State, $"{before.State} became {after.State}");
        Assert.True((after.DaysToLimit ?? int.MaxValue) <= (before.DaysToLimit ?? int.MaxValue));
    });

    [Fact]
    public void The_range_holds_the_date_it_belongs_to() => AnySeries.Sample(readings =>
    {
        foreach (var figure in new[] { Outlook(readings).Users, Outlook(readings).Repositories }.OfType<FigureOutlook>().Where(figure => figure.HasRange))
        {
            Assert.True(figure.Earliest <= figure.ReachedOn);
            Assert.True(figure.Latest is null || figure.ReachedOn <= figure.Latest);
        }
    });

    [Fact]
    public void Over_stays_whatever_is_read_afterwards() => Gen.Select(AnySeries, Gen.Long[20_001, 30_000]).Sample((readings, above) =>
        Assert.Equal(GrowthState.Over, Outlook([.. readings, Read(501, above)]).State));

    [Fact]
    public void Every_outlook_explains_itself() => AnySeries.Sample(readings =>
        Assert.EndsWith(".", OutlookWords.Whole(Outlook(readings)), StringComparison.Ordinal));
}
