using System.Globalization;
using System.Text;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.Exporting;
using DeploymentRouter.Web.Hosting;
using DeploymentRouter.Web.SignIn;

namespace DeploymentRouter.Web.Features.Auditing;

/// <summary>The audit as a table for a spreadsheet, with the filters of the page.</summary>
public static class AuditExport
{
    public static void MapAuditExport(this WebApplication app) => app.MapGet(AuditAddress.ExportPath, ExportAsync);

    private static async Task<IResult> ExportAsync(
        string? kind, string? person, string? from, string? to, HttpContext http, AuditTrail trail, AuditLog log, PlaybookInForce playbook)
    {
        if (http.User.ToPerson() is not { } reader || !reader.May(Right.ReadAudit, playbook.Current))
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        var asked = new AuditAddress(kind, person, from, to);
        // Before, so that an export which is broken off is in it as well.
        await log.WriteAsync(
            AuditKinds.Exported, "audit", reader, $"exported the audit{Filters(asked.Filter())}", http.From(), http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(to => WriteAsync(to, trail.AllAsync(asked.Filter(), http.RequestAborted)), CsvText.ContentType, "audit.csv");
    }

    private static async Task WriteAsync(Stream to, IAsyncEnumerable<AuditEntry> lines)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await text.WriteAsync(CsvText.ByteOrderMark + CsvText.Line("Number", "Time (UTC)", "Who", "What", "Kind", "Subject", "Address"));
        await foreach (var line in lines)
        {
            await text.WriteAsync(CsvText.Line(
                line.Id.ToString(CultureInfo.InvariantCulture),
                line.At.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                line.ByName,
                line.Text,
                line.Kind,
                line.Subject,
                line.Address));
        }
    }

    private static string Filters(AuditFilter filter)
    {
        string?[] said =
        [
            filter.Area is { } area ? AuditText.Area(area) : null,
            filter.Person is { } person ? $"person “{person}”" : null,
            filter.From is { } from ? $"from {AddressText.Text(from)}" : null,
            filter.To is { } to ? $"to {AddressText.Text(to)}" : null,
        ];
        return said.Any(one => one is not null) ? $", {string.Join(", ", said.OfType<string>())}" : "";
    }
}
