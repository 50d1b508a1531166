using System.Globalization;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Reporting;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.Features.Requests;

namespace DeploymentRouter.Web.Features.Reports;

/// <summary>The tables of a report.</summary>
public enum ReportTable
{
    Flow,
    Strategies,
    Times,
}

/// <summary>The tables of a report, cell by cell, as a spreadsheet reads them; lengths are in minutes.</summary>
public static class ReportTables
{
    private static readonly string[] FlowHead = ["Filed", "Decided", "Without a correction", "Completed", "Withdrawn", "Declined"];
    private static readonly string[] TimesHead = ["Stays", "Median (min)", "90 % within (min)", "Office median (min)", "Office 90 % within (min)", "With a target", "In time"];

    /// <summary>Its name in addresses.</summary>
    public static string Name(ReportTable table) => table switch
    {
        ReportTable.Flow => "flow",
        ReportTable.Strategies => "strategies",
        ReportTable.Times => "times",
        _ => throw new ArgumentOutOfRangeException(nameof(table), table, null),
    };

    /// <summary>The lines, with the names of the columns first.</summary>
    public static IEnumerable<IReadOnlyList<string?>> Lines(ReportTable table, Report report, Playbook playbook) => table switch
    {
        ReportTable.Flow => report.Periods
            .Select(period => (IReadOnlyList<string?>)[AddressText.Text(period.From), AddressText.Text(period.To), .. Cells(period.Flow)])
            .Prepend(["From", "To", .. FlowHead]),
        ReportTable.Strategies => report.Strategies
            .Select(one => (IReadOnlyList<string?>)[Named.Strategy(playbook, one.StrategyId) ?? ReportWords.Undecided, .. Cells(one.Flow), .. Cells(one.Whole), .. Cells(one.WholeInOffice)])
            .Prepend(["Strategy", .. FlowHead, "Filing to delivery, median (min)", "90 % within (min)", "Office median (min)", "Office 90 % within (min)"]),
        ReportTable.Times => report.Teams
            .SelectMany(team => team.Stages.Select(stage => (IReadOnlyList<string?>)[Named.Team(playbook, team.TeamId), stage.Name, .. Cells(stage)])
                .Prepend([Named.Team(playbook, team.TeamId), "", .. Cells(new StageTimes("", "", team.Time, team.OfficeTime, team.Attainment))]))
            .Prepend(["Team", "Stage", .. TimesHead]),
        _ => throw new ArgumentOutOfRangeException(nameof(table), table, null),
    };

    private static IEnumerable<string> Cells(Flow flow) =>
        new[] { flow.Filed, flow.Decided, flow.Uncorrected, flow.Completed, flow.Withdrawn, flow.Declined }.Select(count => Number(count));

    private static IEnumerable<string?> Cells(Spread spread) => spread.Count == 0 ? ["", ""] : [Number(spread.Median), Number(spread.Ninetieth)];

    private static IEnumerable<string?> Cells(StageTimes stage) =>
        [Number(stage.Time.Count), .. Cells(stage.Time), .. Cells(stage.OfficeTime), Number(stage.Attainment.Ended), Number(stage.Attainment.Met)];

    private static string Number(long count) => count.ToString(CultureInfo.InvariantCulture);
}
