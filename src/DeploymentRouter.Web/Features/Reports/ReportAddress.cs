using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Reporting;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Reports;

/// <summary>What a report is about, exactly as its address says it; anything unknown counts as not said.</summary>
/// <param name="From">First day, as 2026-11-24.</param>
/// <param name="To">Last day.</param>
/// <param name="By">month, or week.</param>
public sealed record ReportAddress(string? From = null, string? To = null, string? By = null, string? Strategy = null, string? Team = null)
{
    public const string Path = "/reports";
    public const string Week = "week";

    /// <summary>How many months a report goes back when nobody says it, this one included.</summary>
    public const int UsualMonths = 6;

    public ReportQuestion Question(Playbook playbook, DateOnly today)
    {
        var to = AddressText.Day(To) ?? today;
        return new ReportQuestion(
            AddressText.Day(From) ?? FirstDay(to),
            to,
            By is Week ? ReportStep.Week : ReportStep.Month,
            playbook.Strategies.Any(strategy => strategy.Id == Strategy) ? Strategy : null,
            playbook.Teams.Any(team => team.Id == Team) ? Team : null);
    }

    /// <summary>The same question as a table for a spreadsheet.</summary>
    public string Export(ReportTable table) => Written($"{Path}/export/{ReportTables.Name(table)}");

    /// <summary>The address itself; what is as usual is left out.</summary>
    public override string ToString() => Written(Path);

    /// <summary>The first day of a report that ends on a day, when nobody says it.</summary>
    public static DateOnly FirstDay(DateOnly to)
    {
        var month = new DateOnly(to.Year, to.Month, 1);
        return month.Year > 1 ? month.AddMonths(1 - UsualMonths) : DateOnly.MinValue;
    }

    private string Written(string path) =>
        AddressText.Written(path, ("from", From), ("to", To), ("by", By), ("strategy", Strategy), ("team", Team));
}
