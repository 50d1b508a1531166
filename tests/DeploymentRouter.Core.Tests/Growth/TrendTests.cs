using DeploymentRouter.Core.Growth;
using static DeploymentRouter.Core.Tests.Growth.Series;

namespace DeploymentRouter.Core.Tests.Growth;

public sealed class TrendTests
{
    [Fact]
    public void One_day_makes_no_trend()
    {
        Assert.Null(Outlook(Read(0, 5_000), Read(0, 5_100)).Users!.Facts.Trend);
        Assert.Contains("a second reading shows", OutlookWords.Reached(Outlook(Read(0, 5_000))), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_days_make_the_line_through_them_and_no_range()
    {
        var users = Outlook(Read(40, 8_000), Read(0, 12_000)).Users!;
        Assert.Equal(100, users.Facts.Trend!.PerDay, 9);
        Assert.Equal(Today.AddDays(80), users.ReachedOn);
        Assert.False(users.HasRange);
    }

    // By hand: days 0, 1, 2, 3 and counts 1, 3, 4, 6. Sxx 5, Sxy 8, slope 1.6, residuals sum to 0.2, s² 0.1, error √0.02; t(2) 4.303.
    [Fact]
    public void The_slope_and_its_interval_are_those_of_the_textbook()
    {
        var trend = Trend.Of([(Today, 1), (Today.AddDays(1), 3), (Today.AddDays(2), 4), (Today.AddDays(3), 6)])!;
        Assert.Equal(1.6, trend.PerDay, 9);
        Assert.Equal(1.6 - 4.303 * Math.Sqrt(0.02), trend.SlowestPerDay!.Value, 9);
        Assert.Equal(1.6 + 4.303 * Math.Sqrt(0.02), trend.FastestPerDay!.Value, 9);
    }

    [Fact]
    public void Readings_on_a_line_leave_no_doubt()
    {
        var outlook = Outlook(Read(60, 6_000), Read(30, 9_000), Read(0, 12_000));
        Assert.Equal(Today.AddDays(80), outlook.ReachedOn);
        Assert.Equal((outlook.ReachedOn, outlook.ReachedOn), (outlook.Users!.Earliest, outlook.Users.Latest));
        Assert.EndsWith("users grow by 3,044 a month; the limit of 20,000 is reached about 12 Feb 2027.", OutlookWords.Whole(outlook), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Unsteady_growth_says_so()
    {
        var users = Outlook(Read(90, 8_000), Read(60, 9_500), Read(30, 9_000), Read(0, 11_000)).Users!;
        Assert.True(users.Earliest < users.ReachedOn);
        Assert.Null(users.Latest);
        Assert.Contains("perhaps never", OutlookWords.Range(users), StringComparison.Ordinal);
    }

    [Fact]
    public void What_lies_before_the_window_is_forgotten()
    {
        var outlook = Outlook(Read(400, 0), Read(181, 0), Read(60, 9_000), Read(0, 9_600));
        Assert.Equal(10, outlook.Users!.Facts.Trend!.PerDay, 9);
        Assert.Equal(3, Outlook(Read(180, 0), Read(60, 9_000), Read(0, 9_600)).Users!.Facts.Trend!.Points);
    }

    [Fact]
    public void A_long_silence_is_bridged_by_the_last_two_readings() =>
        Assert.Equal(10, Outlook(Read(500, 1_000), Read(400, 2_000), Read(0, 6_000)).Users!.Facts.Trend!.PerDay, 9);
}
