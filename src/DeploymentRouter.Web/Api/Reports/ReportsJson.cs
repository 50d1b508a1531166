using DeploymentRouter.Core.Clocks;
using DeploymentRouter.Core.Reporting;

namespace DeploymentRouter.Web.Api.Reports;

/// <summary>What happened in a span of days.</summary>
/// <param name="To">The last day, included.</param>
/// <param name="Periods">Oldest first; the first and the last are cut off where the span ends.</param>
/// <param name="Total">Of the whole span.</param>
internal sealed record FlowReportJson(DateOnly From, DateOnly To, IReadOnlyList<PeriodJson> Periods, FlowJson Total)
{
    public static FlowReportJson Of(Report report, ReportQuestion asked) =>
        new(asked.From, asked.To, [.. report.Periods.Select(period => new PeriodJson(period.From, period.To, FlowJson.Of(period.Flow)))], FlowJson.Of(report.Total));
}

/// <param name="To">The last day, included.</param>
internal sealed record PeriodJson(DateOnly From, DateOnly To, FlowJson Flow);

/// <summary>Filed, decided and completed count a request once, the first time; withdrawn and declined count each time.</summary>
/// <param name="Decided">A strategy was settled.</param>
/// <param name="Uncorrected">Of the decided: nobody chose another strategy or re-routed it.</param>
/// <param name="Completed">It was delivered.</param>
internal sealed record FlowJson(int Filed, int Decided, int Uncorrected, int Completed, int Withdrawn, int Declined)
{
    public static FlowJson Of(Flow flow) => new(flow.Filed, flow.Decided, flow.Uncorrected, flow.Completed, flow.Withdrawn, flow.Declined);
}

/// <summary>Strategies side by side.</summary>
/// <param name="To">The last day, included.</param>
/// <param name="Items">In the playbook's order.</param>
internal sealed record StrategiesReportJson(DateOnly From, DateOnly To, IReadOnlyList<StrategyReportJson> Items)
{
    public static StrategiesReportJson Of(Report report, ReportQuestion asked) => new(asked.From, asked.To,
        [.. report.Strategies.Select(one => new StrategyReportJson(one.StrategyId, FlowJson.Of(one.Flow), SpreadJson.Of(one.Whole), SpreadJson.Of(one.WholeInOffice)))]);
}

/// <param name="Strategy">Null: undecided.</param>
/// <param name="FilingToDelivery">Of those delivered in the span, by the clock on the wall; null: none was.</param>
/// <param name="FilingToDeliveryOffice">The same, inside office hours.</param>
internal sealed record StrategyReportJson(string? Strategy, FlowJson Flow, SpreadJson? FilingToDelivery, SpreadJson? FilingToDeliveryOffice);

/// <summary>How long many things took. Both figures are ones that occurred (nearest rank).</summary>
/// <param name="Count">How many there were.</param>
/// <param name="MedianMinutes">Half took no longer.</param>
/// <param name="NinetiethMinutes">Nine of ten took no longer.</param>
internal sealed record SpreadJson(int Count, long MedianMinutes, long NinetiethMinutes)
{
    public static SpreadJson? Of(Spread spread) => spread.Count == 0 ? null : new(spread.Count, spread.Median, spread.Ninetieth);
}

/// <summary>Who had the ball, and how long.</summary>
/// <param name="To">The last day, included.</param>
/// <param name="Teams">In the playbook's order; those whose stays ended in the span.</param>
internal sealed record TimesReportJson(DateOnly From, DateOnly To, IReadOnlyList<TeamTimesJson> Teams)
{
    public static TimesReportJson Of(Report report, ReportQuestion asked) => new(asked.From, asked.To,
        [.. report.Teams.Select(team => new TeamTimesJson(team.TeamId, SpreadJson.Of(team.Time)!, SpreadJson.Of(team.OfficeTime)!, KeptJson.Of(team.Attainment),
            [.. team.Stages.Select(stage => new StageTimesJson(stage.StageId, stage.Name, SpreadJson.Of(stage.Time)!, SpreadJson.Of(stage.OfficeTime)!, KeptJson.Of(stage.Attainment)))]))]);
}

/// <param name="Time">By the clock on the wall.</param>
/// <param name="OfficeTime">Inside the office hours of the stages' calendars.</param>
/// <param name="InTime">Null: no stay had a target.</param>
/// <param name="Stages">In the playbook's order.</param>
internal sealed record TeamTimesJson(string Team, SpreadJson Time, SpreadJson OfficeTime, KeptJson? InTime, IReadOnlyList<StageTimesJson> Stages);

/// <param name="Stage">Equal stages of several strategies count together.</param>
/// <param name="Time">By the clock on the wall.</param>
/// <param name="OfficeTime">Inside the office hours of the stage's calendar.</param>
/// <param name="InTime">Null: no stay had a target.</param>
internal sealed record StageTimesJson(string Stage, string Name, SpreadJson Time, SpreadJson OfficeTime, KeptJson? InTime);

/// <param name="Met">In time, of …</param>
/// <param name="Ended">… those with a target. What was withdrawn or re-routed is not in it.</param>
internal sealed record KeptJson(int Met, int Ended)
{
    public static KeptJson? Of(Attainment attainment) => attainment.Ended == 0 ? null : new(attainment.Met, attainment.Ended);
}
