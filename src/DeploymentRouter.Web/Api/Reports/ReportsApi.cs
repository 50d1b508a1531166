using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Reporting;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.Exporting;
using DeploymentRouter.Web.Features.Reports;
using Microsoft.Net.Http.Headers;

namespace DeploymentRouter.Web.Api.Reports;

/// <summary>What happened in a span of days, to all requests in sight.</summary>
internal static class ReportsApi
{
    public static void MapReports(this RouteGroupBuilder api)
    {
        var reports = api.MapGroup("/reports").WithTags("Reports");
        reports.MapGet("/flow", FlowAsync).Needs(TokenScope.Read).Says("ReadFlowReport", "Count what was filed, decided, completed, withdrawn and declined").Gives<FlowReportJson>().GivesCsv().Tagged().Refuses(422);
        reports.MapGet("/strategies", StrategiesAsync).Needs(TokenScope.Read).Says("ReadStrategiesReport", "Compare strategies: shares, corrections, time to delivery").Gives<StrategiesReportJson>().GivesCsv().Tagged().Refuses(422);
        reports.MapGet("/times", TimesAsync).Needs(TokenScope.Read).Says("ReadTimesReport", "Read how long each team had the ball, and how often in time").Gives<TimesReportJson>().GivesCsv().Tagged().Refuses(422);
    }

    /// <remarks>With Accept: text/csv a table for a spreadsheet. Days are those of UTC; without a span, the last six months.</remarks>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day, included; at most five years after the first.</param>
    /// <param name="by">month (the default), or week, from Monday.</param>
    /// <param name="strategy">Only requests with this strategy.</param>
    /// <param name="team">Only requests of which this team has had the ball.</param>
    private static Task<IResult> FlowAsync(HttpContext http, ReportDoor door, DateOnly? from = null, DateOnly? to = null, string? by = null, string? strategy = null, string? team = null) =>
        door.ReadAsync(http, ReportTable.Flow, new Asked(from, to, by, strategy, team), FlowReportJson.Of);

    /// <remarks>With Accept: text/csv a table for a spreadsheet. A request counts under the strategy it has now. Days are those of UTC; without a span, the last six months.</remarks>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day, included; at most five years after the first.</param>
    /// <param name="strategy">Only this strategy.</param>
    /// <param name="team">Only requests of which this team has had the ball.</param>
    private static Task<IResult> StrategiesAsync(HttpContext http, ReportDoor door, DateOnly? from = null, DateOnly? to = null, string? strategy = null, string? team = null) =>
        door.ReadAsync(http, ReportTable.Strategies, new Asked(from, to, null, strategy, team), StrategiesReportJson.Of);

    /// <remarks>With Accept: text/csv a table for a spreadsheet. Of stays that ended in the span, pauses included. Days are those of UTC; without a span, the last six months.</remarks>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day, included; at most five years after the first.</param>
    /// <param name="strategy">Only requests with this strategy.</param>
    /// <param name="team">Only this team.</param>
    private static Task<IResult> TimesAsync(HttpContext http, ReportDoor door, DateOnly? from = null, DateOnly? to = null, string? strategy = null, string? team = null) =>
        door.ReadAsync(http, ReportTable.Times, new Asked(from, to, null, strategy, team), TimesReportJson.Of);

    private static RouteHandlerBuilder GivesCsv(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new GivesCsv());
}

/// <summary>What a caller asks of a report, as they wrote it.</summary>
internal sealed record Asked(DateOnly? From, DateOnly? To, string? By, string? Strategy, string? Team);

/// <summary>Marks an endpoint that gives a table for a spreadsheet to whoever accepts one.</summary>
internal sealed record GivesCsv;

/// <summary>Leads to the reports, for the caller.</summary>
public sealed class ReportDoor(Persistence.Reporting.Reports reports, AuditLog log, PlaybookInForce playbook, TimeProvider time)
{
    private const string Month = "month";

    internal async Task<IResult> ReadAsync<TJson>(HttpContext http, ReportTable table, Asked asked, Func<Report, ReportQuestion, TJson> json)
    {
        var inForce = playbook.Current;
        var unknown = Paging.Unknown("by", asked.By, [Month, ReportAddress.Week])
            ?? Paging.Unknown("strategy", asked.Strategy, inForce.Strategies.Select(one => one.Id))
            ?? Paging.Unknown("team", asked.Team, inForce.Teams.Select(one => one.Id));
        if (unknown is not null) return unknown;
        var question = new ReportAddress(AddressText.Text(asked.From), AddressText.Text(asked.To), asked.By, asked.Strategy, asked.Team).Question(inForce, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        if (question.Problem() is { } problem) return Problems.Refused(problem);
        var report = await reports.OfAsync(question, await http.SightAsync(), http.RequestAborted);
        http.Response.Headers.Vary = HeaderNames.Accept;
        return http.Request.Headers.Accept.ToString().Contains(CsvText.ContentType.Split(';')[0], StringComparison.OrdinalIgnoreCase)
            ? await ReportExport.GiveAsync(http, http.Caller(), table, question, report, log, inForce)
            : Respond.Ok(json(report, question));
    }
}
