using System.Text;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Reporting;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.Exporting;
using DeploymentRouter.Web.Hosting;
using DeploymentRouter.Web.SignIn;

namespace DeploymentRouter.Web.Features.Reports;

/// <summary>A table of a report for a spreadsheet, with the filters of the page.</summary>
public static class ReportExport
{
    public static void MapReportExport(this WebApplication app)
    {
        foreach (var table in Enum.GetValues<ReportTable>())
        {
            app.MapGet($"{ReportAddress.Path}/export/{ReportTables.Name(table)}", (
                string? from, string? to, string? by, string? strategy, string? team, HttpContext http, Persistence.Reporting.Reports reports, Sights sights, AuditLog log, PlaybookInForce playbook, TimeProvider time) =>
                ExportAsync(table, new ReportAddress(from, to, by, strategy, team), http, reports, sights, log, playbook, time));
        }
    }

    /// <summary>Gives a table as a file, once the audit says so.</summary>
    public static async Task<IResult> GiveAsync(HttpContext http, Person reader, ReportTable table, ReportQuestion asked, Report report, AuditLog log, Playbook playbook)
    {
        var name = ReportTables.Name(table);
        await log.WriteAsync(
            AuditKinds.Exported, $"report/{name}", reader, $"exported the report “{name}”, {AddressText.Text(asked.From)} to {AddressText.Text(asked.To)}", http.From(), http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        var text = CsvText.ByteOrderMark + string.Concat(ReportTables.Lines(table, report, playbook).Select(cells => CsvText.Line(cells)));
        return TypedResults.File(Encoding.UTF8.GetBytes(text), CsvText.ContentType, $"{name}.csv");
    }

    private static async Task<IResult> ExportAsync(
        ReportTable table, ReportAddress address, HttpContext http, Persistence.Reporting.Reports reports, Sights sights, AuditLog log, PlaybookInForce playbook, TimeProvider time)
    {
        if (http.User.ToPerson() is not { } reader) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        var asked = address.Question(playbook.Current, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        if (asked.Problem() is { } problem) return TypedResults.Text(problem.Sentence, statusCode: StatusCodes.Status422UnprocessableEntity);
        var report = await reports.OfAsync(asked, await sights.OfAsync(reader, http.RequestAborted), http.RequestAborted);
        return await GiveAsync(http, reader, table, asked, report, log, playbook.Current);
    }
}
