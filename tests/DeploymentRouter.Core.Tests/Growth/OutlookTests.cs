using DeploymentRouter.Core.Growth;
using static DeploymentRouter.Core.Tests.Growth.Series;

namespace DeploymentRouter.Core.Tests.Growth;

public sealed class OutlookTests
{
    [Theory]
    [InlineData(14_999, 1_000, GrowthState.Green)]
    [InlineData(15_000, 1_000, GrowthState.Amber)]
    [InlineData(17_999, 1_000, GrowthState.Amber)]
    [InlineData(18_000, 1_000, GrowthState.Red)]
    [InlineData(20_000, 1_000, GrowthState.Red)]
    [InlineData(20_001, 1_000, GrowthState.Over)]
    [InlineData(10, 149_999, GrowthState.Green)]
    [InlineData(10, 150_000, GrowthState.Amber)]
    [InlineData(10, 180_000, GrowthState.Red)]
    [InlineData(20_000, 200_000, GrowthState.Red)]
    [InlineData(10, 200_001, GrowthState.Over)]
    public void The_larger_share_of_a_limit_decides_and_the_limit_itself_is_inside(long users, long repositories, GrowthState expected) =>
        Assert.Equal(expected, Outlook(Read(0, users, repositories)).State);

    // 100 users a day: the distance in days is the distance in users by 100.
    [Theory]
    [InlineData(181, GrowthState.Green)]
    [InlineData(180, GrowthState.Amber)]
    [InlineData(91, GrowthState.Amber)]
    [InlineData(90, GrowthState.Red)]
    public void The_days_to_the_limit_decide_too(int days, GrowthState expected)
    {
        var triggers = Triggers with { UsersLimit = 100_000, Amber = Triggers.Amber with { UtilisationPercent = 100 }, Red = Triggers.Red with { UtilisationPercent = 100 } };
        var users = 100_000 - 100 * days;
        var outlook = Series.Outlook([Read(30, users - 3_000), Read(0, users)], cleared: null, triggers);
        Assert.Equal(days, outlook.DaysToLimit);
        Assert.Equal(expected, outlook.State);
    }

    [Fact]
    public void The_figure_that_reaches_its_limit_first_counts()
    {
        var outlook = Outlook(Read(30, 4_000, 20_000), Read(0, 4_030, 50_000));
        Assert.Equal("repositories", outlook.Nearest!.Name);
        Assert.Equal(Today.AddDays(150), outlook.ReachedOn);
    }

    [Fact]
    public void A_line_that_crossed_the_limit_since_the_last_reading_is_red()
    {
        var outlook = Outlook(Read(90, 4_000), Read(60, 10_000));
        Assert.Equal(-10, outlook.DaysToLimit);
        Assert.Equal(GrowthState.Red, outlook.State);
        Assert.Contains("10 days behind us by the trend", OutlookWords.Because(outlook), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5_000, 5_000)]
    [InlineData(5_000, 4_000)]
    public void Without_growth_no_limit_is_in_sight(long before, long after)
    {
        var outlook = Outlook(Read(30, before), Read(0, after));
        Assert.Null(outlook.ReachedOn);
        Assert.Equal(GrowthState.Green, outlook.State);
        Assert.EndsWith("It is not growing: no limit is in sight.", OutlookWords.Whole(outlook), StringComparison.Ordinal);
    }

    [Fact]
    public void What_takes_more_than_ten_years_is_not_in_sight()
    {
        var outlook = Outlook(Read(30, 5_000), Read(0, 5_001));
        Assert.Null(outlook.ReachedOn);
        Assert.Contains("too slowly", OutlookWords.Reached(outlook), StringComparison.Ordinal);
    }

    [Fact]
    public void Falling_counts_do_not_clear_over()
    {
        var outlook = Outlook(Read(60, 20_500), Read(0, 9_000));
        Assert.Equal(GrowthState.Over, outlook.State);
        Assert.True(outlook.IsBackWithin);
        Assert.Contains("that alone does not clear it", OutlookWords.Because(outlook), StringComparison.Ordinal);
    }

    [Fact]
    public void A_clearing_counts_up_to_its_day_and_not_beyond()
    {
        Reading[] readings = [Read(60, 20_500), Read(10, 9_000)];
        Assert.Equal(GrowthState.Green, Series.Outlook(readings, new Clearing(100, Today.AddDays(-10))).State);
        Assert.Equal(GrowthState.Over, Series.Outlook([.. readings, Read(0, 20_001)], new Clearing(100, Today.AddDays(-10))).State);
    }

    [Fact]
    public void A_withdrawn_reading_counts_for_nothing()
    {
        var outlook = Outlook(Read(60, 8_000), Read(10, 205_000, withdrawn: true));
        Assert.Equal(GrowthState.Green, outlook.State);
        Assert.Equal(Today.AddDays(-60), outlook.ReadOn);
    }

    [Fact]
    public void Nothing_read_is_a_state_of_its_own()
    {
        Assert.Equal(GrowthState.NoReading, Outlook().State);
        Assert.Equal(GrowthState.NoReading, Outlook(Read(1, 5, withdrawn: true)).State);
        Assert.True(Outlook().IsReadingOverdue);
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(31, true)]
    public void A_reading_is_overdue_the_day_after_its_time(int daysAgo, bool overdue) =>
        Assert.Equal(overdue, Outlook(Read(daysAgo, 100)).IsReadingOverdue);
}
