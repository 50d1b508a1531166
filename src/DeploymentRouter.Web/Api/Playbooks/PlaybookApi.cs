using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Playbooks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace DeploymentRouter.Web.Api.Playbooks;

/// <summary>The playbook in force, and what would come of another one.</summary>
internal static class PlaybookApi
{
    public const string Yaml = "application/yaml";

    // Two playbooks of the greatest size, with every letter of them escaped.
    private const long MaxPair = 4 * PlaybookFile.MaxBytes;

    public static void MapPlaybook(this RouteGroupBuilder api)
    {
        var playbook = api.MapGroup("/playbook").WithTags("Playbook");
        playbook.MapGet("", Read).Needs(TokenScope.Read).Says("ReadPlaybook", "Read the playbook in force").Gives<PlaybookJson>().Tagged();
        playbook.MapPost("/check", CheckAsync).Needs(TokenScope.Read).Says("CheckPlaybook", "Prove a playbook").Gives<CheckJson>().Refuses(413)
            .WithMetadata(new RequestSizeLimitAttribute(PlaybookFile.MaxBytes), new TakesYaml());
        playbook.MapPost("/diff", DiffAsync).Needs(TokenScope.Read).Says("ComparePlaybooks", "Compare two playbooks, or one with the one in force").Gives<DiffJson>().Refuses(413, 422)
            .WithMetadata(new RequestSizeLimitAttribute(MaxPair));
        playbook.MapPublications();
    }

    /// <remarks>JSON with what a program needs in order to ask, answer and fill in; or with Accept: application/yaml the playbook itself, byte for byte.</remarks>
    private static IResult Read(HttpContext http, PlaybookInForce inForce)
    {
        var edition = inForce.Edition;
        http.Response.Headers.Vary = HeaderNames.Accept;
        return http.Request.Headers.Accept.ToString().Contains("yaml", StringComparison.OrdinalIgnoreCase)
            ? TypedResults.File(edition.Utf8.ToArray(), $"{Yaml}; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{edition.Playbook.Hash}\""))
            : Respond.Ok(PlaybookJson.Of(edition.Playbook));
    }

    /// <remarks>The body is the YAML, at most 1 MiB. The answer is 200 whatever is found: sound says whether anything was.</remarks>
    private static async Task<IResult> CheckAsync(HttpContext http, PlaybookBench bench)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return await bench.CheckAsync(body.ToArray(), http.Caller().Id, http.RequestAborted) is { } found ? Respond.Ok(found) : Full(http);
    }

    private static async Task<IResult> DiffAsync(DiffBody body, HttpContext http, PlaybookBench bench)
    {
        var (diff, refusal) = await bench.DiffAsync(body, http.Caller().Id, http.RequestAborted);
        return diff is not null ? Respond.Ok(diff) : refusal == PlaybookBench.Full ? Full(http) : Problems.Of(StatusCodes.Status422UnprocessableEntity, refusal!);
    }

    private static ProblemHttpResult Full(HttpContext http) => Problems.Later(http, PlaybookBench.Full, PlaybookBench.RetrySeconds);
}

/// <param name="After">A playbook as YAML.</param>
/// <param name="Before">The one to compare it with; null: the one in force.</param>
internal sealed record DiffBody(string After, string? Before = null);

/// <summary>Marks an endpoint whose body is YAML.</summary>
internal sealed record TakesYaml;
