using System.Globalization;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Growth;
using DeploymentRouter.Persistence.Importing;
using DeploymentRouter.Persistence.Intake;
using DeploymentRouter.Web.Api.Repeating;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace DeploymentRouter.Web.Api.Imports;

/// <summary>Many requests or growth readings at once, as a table or as lines of JSON.</summary>
internal static class ImportsApi
{
    public static void MapImports(this RouteGroupBuilder api)
    {
        var imports = api.MapGroup("/imports").WithTags("Imports").WithMetadata(new RequestSizeLimitAttribute(ImportFile.MaxBytes));
        imports.MapPost("/requests", RequestsAsync).Describe("ImportRequests", "File many requests");
        imports.MapPost("/readings", ReadingsAsync).Describe("ImportReadings", "Record many growth readings");
    }

    private static void Describe(this RouteHandlerBuilder endpoint, string name, string summary) => endpoint
        .Needs(TokenScope.Import)
        .RepeatsSafely()
        .WithName(name)
        .WithSummary(summary)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [ImportUpload.Csv] = Lines, [ImportUpload.JsonLines] = Lines } };
            return Task.CompletedTask;
        })
        .Produces<ImportJson>()
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static OpenApiMediaType Lines => new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    /// <remarks>By the checks of the intake page. Columns or names: key, and the intake's fields. A key that was filed before is passed over.</remarks>
    /// <param name="mode">dry-run, all-or-nothing (as when left out), or only-good.</param>
    private static Task<IResult> RequestsAsync(string? mode, HttpContext http, PlaybookInForce playbook, RequestsImport import) =>
        RunAsync(Right.ImportRequests, mode, http, playbook, async (upload, by) =>
        {
            var report = await import.RunAsync(upload.File, upload.Format, upload.Mode, by, http.RequestAborted);
            return new ImportJson(upload.Mode, report.Rows, report.Good, report.IsStored, report.Faults, report.Skipped, report.Filed);
        });

    /// <remarks>Columns or names: request, date, users, repositories, source. What was recorded before is passed over.</remarks>
    /// <param name="mode">dry-run, all-or-nothing (as when left out), or only-good.</param>
    private static Task<IResult> ReadingsAsync(string? mode, HttpContext http, PlaybookInForce playbook, ReadingsImport import) =>
        RunAsync(Right.ImportReadings, mode, http, playbook, async (upload, by) =>
        {
            var (lines, wrong) = ReadingsFile.Read(upload.File, upload.Format);
            var report = await import.RunAsync(lines, wrong, upload.Mode, by, await http.SightAsync(), http.RequestAborted);
            return new ImportJson(upload.Mode, lines.Count + wrong.DistinctBy(note => note.Line).Count(), report.Recorded, report.IsStored, report.Faults, report.Skipped, null);
        });

    private static async Task<IResult> RunAsync(Right right, string? mode, HttpContext http, PlaybookInForce playbook, Func<ImportUpload, Person, Task<ImportJson>> run)
    {
        var by = http.Caller();
        if (Rights.WhyNot(right, by, playbook.Current) is { } refusal) return Problems.Refused(refusal);
        var (upload, problem) = await ImportUpload.ReadAsync(mode, http.Request, http.RequestAborted);
        if (upload is null) return problem!;
        await using (upload.File)
        {
            var report = await run(upload, by);
            return upload.Mode is ImportMode.AllOrNothing && report.Faults.Count > 0 && !report.IsStored ? Refused(report) : TypedResults.Ok(report);
        }
    }

    private static ProblemHttpResult Refused(ImportJson report)
    {
        var lines = report.Faults.Select(fault => fault.Line).Distinct().Count().ToString("N0", CultureInfo.InvariantCulture);
        var problem = Problems.Of(
            StatusCodes.Status422UnprocessableEntity, new Refusal("ImportRefused", $"{lines} of the lines are wrong; nothing was stored. Correct the file and send it again."));
        problem.ProblemDetails.Extensions["report"] = report;
        return problem;
    }
}
