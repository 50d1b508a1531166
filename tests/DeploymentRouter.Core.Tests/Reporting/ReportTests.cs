using DeploymentRouter.Core.Clocks;
using DeploymentRouter.Core.Reporting;
using DeploymentRouter.Core.Tests.Requests;

namespace DeploymentRouter.Core.Tests.Reporting;

public sealed class ReportTests
{
    private static readonly ReportQuestion Autumn = new(new(2026, 9, 15), new(2026, 11, 30));

    [Fact]
    public void Months_and_weeks_are_cut_off_where_the_span_ends()
    {
        Assert.Equal(["09-15 09-30", "10-01 10-31", "11-01 11-30"], Autumn.Periods().Select(Say));
        // The 4th of November 2026 is a Wednesday.
        Assert.Equal(["11-04 11-08", "11-09 11-15", "11-16 11-17"], new ReportQuestion(new(2026, 11, 4), new(2026, 11, 17), ReportStep.Week).Periods().Select(Say));
        Assert.Equal(["11-08 11-08"], new ReportQuestion(new(2026, 11, 8), new(2026, 11, 8), ReportStep.Week).Periods().Select(Say));
        Assert.Equal(2, new ReportQuestion(new(9999, 11, 30), DateOnly.MaxValue).Periods().Count());
        Assert.Single(new ReportQuestion(DateOnly.MaxValue, DateOnly.MaxValue, ReportStep.Week).Periods());
    }

    [Theory]
    [InlineData("2026-11-02", "2026-11-01", "SpanInvalid")]
    [InlineData("2021-11-01", "2026-11-02", "SpanTooLong")]
    [InlineData("2021-11-02", "2026-11-02", null)]
    [InlineData("2026-11-02", "2026-11-02", null)]
    public void A_span_has_a_beginning_an_end_and_a_bound(string from, string to, string? refusal) =>
        Assert.Equal(refusal, new ReportQuestion(DateOnly.ParseExact(from, "yyyy-MM-dd"), DateOnly.ParseExact(to, "yyyy-MM-dd")).Problem()?.Name);

    [Fact]
    public void Each_thing_counts_in_the_month_in_which_it_happened()
    {
        var report = Report.Of(
            [
                // The last minute of the span's eve, of its last day, and its first minute.
                Request("cloud", "2026-09-14 23:59", decided: "2026-09-15 00:00", completed: "2026-11-30 23:59"),
                Request("joint", "2026-10-01 00:00", decided: "2026-10-01 00:00") with { IsCorrected = true, Declines = [At("2026-10-03 10:00"), At("2026-10-05 10:00")] },
                Request(null, "2026-11-30 23:59") with { Withdrawals = [At("2026-12-01 00:00")] },
            ],
            Autumn,
            SmallPlaybook.Value);

        Assert.Equal([new Flow(0, 1, 1, 0, 0, 0), new Flow(1, 1, 0, 0, 0, 2), new Flow(1, 0, 0, 1, 0, 0)], report.Periods.Select(period => period.Flow));
        Assert.Equal(new Flow(2, 2, 1, 1, 0, 2), report.Total);
        Assert.Equal(["cloud", "joint", null], report.Strategies.Select(strategy => strategy.StrategyId));
        Assert.Equal(new Flow(1, 1, 0, 0, 0, 2), report.Strategies[1].Flow);
    }

    [Fact]
    public void A_strategy_that_the_playbook_dropped_is_told_of_only_where_something_happened()
    {
        ReportedRequest[] requests = [Request("gone", "2026-10-01 09:00"), Request("long_gone", "2020-10-01 09:00")];
        Assert.Equal(["cloud", "joint", "gone"], Report.Of(requests, Autumn, SmallPlaybook.Value).Strategies.Select(strategy => strategy.StrategyId));
        Assert.Equal(["joint"], Report.Of(requests, Autumn with { StrategyId = "joint" }, SmallPlaybook.Value).Strategies.Select(strategy => strategy.StrategyId));
    }

    [Fact]
    public void Half_and_nine_of_ten_took_no_longer_than_figures_that_occurred()
    {
        Assert.Equal(new Spread(0, 0, 0), Spread.Of([]));
        Assert.Equal(new Spread(1, 7, 7), Spread.Of([7]));
        Assert.Equal(new Spread(2, 10, 20), Spread.Of([20, 10]));
        Assert.Equal(new Spread(3, 20, 30), Spread.Of([30, 10, 20]));
        Assert.Equal(new Spread(10, 5, 9), Spread.Of(Enumerable.Range(1, 10).Select(n => (long)n)));
        Assert.Equal(new Spread(11, 6, 10), Spread.Of(Enumerable.Range(1, 11).Select(n => (long)n)));
        Assert.Equal(new Spread(100, 50, 90), Spread.Of(Enumerable.Range(1, 100).Select(n => (long)n)));
    }

    [Fact]
    public void Times_are_those_of_stays_that_ended_in_the_span_by_team_and_stage_in_the_playbooks_order()
    {
        var report = Report.Of(
            [
                Request("joint", "2026-08-01 09:00") with
                {
                    Stays =
                    [
                        Stay("ie", "kick_off", "2026-10-02 09:00", 300, null),
                        Stay("ie", "qualification", "2026-10-01 09:00", 100, true),
                        Stay("ie", "qualification", "2026-10-09 09:00", 200, false),
                        Stay("ie", "qualification", "2026-09-14 23:59", 9_000, false),
                        Stay("ce", "ie_request", "2026-11-30 23:59", 50, null),
                    ],
                },
            ],
            Autumn,
            SmallPlaybook.Value);

        Assert.Equal(["ce", "ie"], report.Teams.Select(team => team.TeamId));
        Assert.Equal((new Spread(3, 200, 300), new Spread(3, 100, 150), new Attainment(1, 2)), (report.Teams[1].Time, report.Teams[1].OfficeTime, report.Teams[1].Attainment));
        Assert.Equal(["qualification", "kick_off"], report.Teams[1].Stages.Select(stage => stage.StageId));
        Assert.Equal((new Spread(2, 100, 200), new Attainment(1, 2)), (report.Teams[1].Stages[0].Time, report.Teams[1].Stages[0].Attainment));
        Assert.Equal(new Attainment(0, 0), report.Teams[1].Stages[1].Attainment);
    }

    [Fact]
    public void A_team_reads_of_the_requests_it_had_and_of_its_own_stays()
    {
        ReportedRequest[] requests =
        [
            Request("joint", "2026-10-01 09:00") with { TeamIds = ["ce", "ie"], Stays = [Stay("ce", "ie_request", "2026-10-02 09:00", 10, null), Stay("ie", "qualification", "2026-10-03 09:00", 20, null)] },
            Request("cloud", "2026-10-01 09:00") with { TeamIds = ["ce"], Stays = [Stay("ce", "cloud_request", "2026-10-02 09:00", 30, null)] },
        ];
        var ie = Report.Of(requests, Autumn with { TeamId = "ie" }, SmallPlaybook.Value);

        Assert.Equal((1, "ie"), (ie.Total.Filed, Assert.Single(ie.Teams).TeamId));
        Assert.Equal(2, Report.Of(requests, Autumn with { TeamId = "ce" }, SmallPlaybook.Value).Total.Filed);
    }

    [Fact]
    public void From_filing_to_delivery_is_counted_where_the_delivery_lies_in_the_span()
    {
        var report = Report.Of(
            [
                Request("joint", "2026-01-01 09:00", completed: "2026-10-01 09:00") with { Whole = new Lasting(400, 100) },
                Request("joint", "2026-01-01 09:00", completed: "2026-10-02 09:00") with { Whole = new Lasting(200, 60) },
                Request("joint", "2026-10-01 09:00", completed: "2026-12-01 09:00") with { Whole = new Lasting(900, 90) },
            ],
            Autumn,
            SmallPlaybook.Value);

        Assert.Equal((new Spread(2, 200, 400), new Spread(2, 60, 100)), (report.Strategies[1].Whole, report.Strategies[1].WholeInOffice));
        Assert.Equal(0, report.Strategies[0].Whole.Count);
    }

    private static ReportedRequest Request(string? strategy, string filed, string? decided = null, string? completed = null) => new(
        At(filed), decided is null ? null : At(decided), completed is null ? null : At(completed), strategy, IsCorrected: false, [], [], ["ce"], [], completed is null ? null : new Lasting(1, 1));

    private static ReportedStay Stay(string team, string stage, string ended, long minutes, bool? isInTime) => new(team, stage, stage, At(ended), new Lasting(minutes, minutes / 2), isInTime);

    private static DateTime At(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal);

    private static string Say((DateOnly From, DateOnly To) period) => FormattableString.Invariant($"{period.From:MM-dd} {period.To:MM-dd}");
}
