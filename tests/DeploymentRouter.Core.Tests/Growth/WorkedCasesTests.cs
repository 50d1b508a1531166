using DeploymentRouter.Core.Growth;
using static DeploymentRouter.Core.Tests.Growth.Series;

namespace DeploymentRouter.Core.Tests.Growth;

/// <summary>Worked cases of the policy. A month has 30 days; where no growth is given, one reading is all there is.</summary>
public sealed class WorkedCasesTests
{
    [Theory]
    [InlineData("M02", 15_000, 60_000, 100, 0.75, 1_500, GrowthState.Amber)]
    [InlineData("M04", 14_000, 60_000, 2_000, 0.70, 90, GrowthState.Red)]
    public void The_worked_cases_with_growth_come_out(
        string id, long users, long repositories, long usersPerMonth, double utilisation, int days, GrowthState expected)
    {
        var outlook = Outlook(Read(30, users - usersPerMonth, repositories), Read(0, users, repositories));
        Assert.True(outlook.State == expected, id);
        Assert.Equal(utilisation, outlook.Utilisation, 9);
        Assert.Equal(days, outlook.DaysToLimit);
    }

    [Fact]
    public void At_both_limits_is_red_and_not_over()
    {
        var outlook = Outlook(Read(30, 20_000, 200_000), Read(0, 20_000, 200_000));
        Assert.Equal((GrowthState.Red, 1.0), (outlook.State, outlook.Utilisation));
        Assert.Contains("exactly at the limit", OutlookWords.Reached(outlook), StringComparison.Ordinal);
    }
}
