using DeploymentRouter.Core.Reporting;
using DeploymentRouter.Web.Features.Reports;

namespace DeploymentRouter.Web.Tests.Features.Reports;

public sealed class ReportWordsTests
{
    [Theory]
    [InlineData(0, "0 min")]
    [InlineData(59, "59 min")]
    [InlineData(60, "1 h")]
    [InlineData(245, "4 h 5 min")]
    [InlineData(1_440, "1 d")]
    [InlineData(4_599, "3 d 4 h")]
    public void Lengths_are_said_in_their_two_largest_units(long minutes, string text) => Assert.Equal(text, ReportWords.Time(minutes));

    [Theory]
    [InlineData(5_999, "99 h 59 min")]
    [InlineData(6_059, "100 h")]
    public void Office_time_is_said_in_hours(long minutes, string text) => Assert.Equal(text, ReportWords.Office(minutes));

    [Theory]
    [InlineData("2026-09-01", "2026-09-30", ReportStep.Month, "Sep 2026")]
    [InlineData("2026-09-15", "2026-09-30", ReportStep.Month, "15 to 30 Sep 2026")]
    [InlineData("2026-09-30", "2026-09-30", ReportStep.Month, "30 Sep 2026")]
    [InlineData("2026-10-26", "2026-11-01", ReportStep.Week, "26 Oct to 1 Nov 2026")]
    [InlineData("2026-11-01", "2026-11-01", ReportStep.Week, "1 Nov 2026")]
    public void Steps_are_named_by_their_month_or_their_days(string from, string to, ReportStep step, string text) =>
        Assert.Equal(text, ReportWords.Period(new Period(DateOnly.Parse(from, null), DateOnly.Parse(to, null), Flow.None), step));

    [Fact]
    public void A_hundred_per_cent_means_all()
    {
        Assert.Equal((99, 100, 0), (ReportWords.Percent(999, 1_000), ReportWords.Percent(3, 3), ReportWords.Percent(0, 0)));
        Assert.Equal("38 of 40, 95 %", ReportWords.Part(38, 40));
    }
}
