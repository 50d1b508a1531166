using System.Text;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Playbooks;
using DeploymentRouter.Persistence.Playbooks.Publishing;
using DeploymentRouter.Web.Api.OpenApi;
using DeploymentRouter.Web.Api.Requests;
using DeploymentRouter.Web.Features.Playbooks.Publishing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace DeploymentRouter.Web.Api.Playbooks;

/// <summary>Puts a playbook in force, and tells which ones were.</summary>
internal static class PublicationsApi
{
    // A playbook of the greatest size, with every letter of it escaped.
    private const long MaxBody = 2 * PlaybookFile.MaxBytes;

    public static void MapPublications(this RouteGroupBuilder playbook)
    {
        playbook.MapPost("/publish", PublishAsync).Needs(TokenScope.Publish).Says("PublishPlaybook", "Put a playbook in force, or see what that would come to")
            .Gives<TrialJson>().Gives<PublicationJson>(StatusCodes.Status201Created).Refuses(409, 412, 413, 422, 428)
            .WithMetadata(new RequestSizeLimitAttribute(MaxBody), TakesSeen);
        playbook.MapGet("/versions", ListAsync).Needs(TokenScope.Read).Says("ListPlaybookVersions", "List the playbooks that were put in force").Gives<PublicationsJson>().Tagged();
        playbook.MapGet("/versions/{publication:int}", ReadAsync).Needs(TokenScope.Read).Says("ReadPlaybookVersion", "Read one of them as YAML").Refuses(404).WithMetadata(new GivesFile());
    }

    private static TakesHeader TakesSeen { get; } = new("If-Match", "The hash of the playbook in force that its author looked at, in quotes: the ETag of the playbook as YAML. Needed unless dryRun is true.");

    /// <remarks>It is proven, its tests are run, and it is tried on every stored request first. 422 names what is wrong with it; 409 what running requests, people or settings need and it no longer has; 412 who put another one in force meanwhile.</remarks>
    private static async Task<IResult> PublishAsync(PublishBody body, HttpContext http, PlaybookDesk desk, PlaybookBench bench)
    {
        var by = http.Caller();
        if (desk.WhyNot(by) is { } refusal) return Problems.Refused(refusal);
        var (utf8, sight) = (Encoding.UTF8.GetBytes(body.Yaml), await http.SightAsync());
        if (body.DryRun) return Respond.Ok(TrialJson.Of(await desk.TryAsync(utf8, by, sight, http.RequestAborted), await bench.DiffAsync(new DiffBody(body.Yaml), by.Id, http.RequestAborted)));
        if (http.Request.Headers.IfMatch.Count == 0) return Problems.Of(StatusCodes.Status428PreconditionRequired, new("IfMatchNeeded", "If-Match: send the hash of the playbook in force, in quotes, as it was when this one was written."));
        if (!EntityTagHeaderValue.TryParse(http.Request.Headers.IfMatch.ToString(), out var seen) || seen.IsWeak || seen.Tag.Length < 3) return Problems.IfMatchInvalid();
        return await desk.PublishAsync(utf8, seen.Tag.Value![1..^1], body.Note ?? "", by, sight, http.RequestAborted) switch
        {
            PublishResult.Done done => Respond.Created(http, FormattableString.Invariant($"/playbook/versions/{done.Publication.Number}"), PublicationJson.Of(done.Publication)),
            PublishResult.Refused refused => Problems.Refused(refused.Refusal),
            PublishResult.Overtaken overtaken => Problems.Of(StatusCodes.Status412PreconditionFailed, PublishedMeanwhile.Refusal(overtaken)),
            PublishResult.NotFit notFit => NotFit(notFit.Trial),
            var other => throw new InvalidOperationException($"Publishing cannot end as {other.GetType().Name}."),
        };
    }

    private static async Task<IResult> ListAsync(PublishedPlaybooks published, CancellationToken cancel) =>
        Respond.Ok(new PublicationsJson([.. (await published.ListAsync(cancel)).Select(PublicationJson.Of)]));

    /// <param name="publication">The number of the publication.</param>
    private static async Task<IResult> ReadAsync(int publication, PublishedPlaybooks published, CancellationToken cancel) =>
        await published.FindAsync(publication, cancel) is { } text
            ? TypedResults.File(text.Utf8, $"{PlaybookApi.Yaml}; charset=utf-8", text.Publication.FileName, entityTag: new EntityTagHeaderValue($"\"{text.Publication.Hash}\""))
            : Problems.NotFound("publication");

    private static ProblemHttpResult NotFit(PlaybookTrial trial)
    {
        if (trial.InUse is { } inUse)
        {
            var used = Problems.Of(StatusCodes.Status409Conflict, inUse);
            used.ProblemDetails.Extensions["obstacles"] = trial.Obstacles.Select(ObstacleJson.Of).ToList();
            return used;
        }

        var unsound = Problems.Of(StatusCodes.Status422UnprocessableEntity, new("PlaybookUnsound", "The playbook is not sound; findings says where. Nothing is changed."));
        unsound.ProblemDetails.Extensions["findings"] = FindingJson.Of(trial.Check);
        return unsound;
    }
}

/// <param name="Yaml">The playbook.</param>
/// <param name="Note">Why it is put in force, up to 500 characters; not needed for a dry run.</param>
/// <param name="DryRun">Only says what it would come to.</param>
internal sealed record PublishBody(string Yaml, string? Note = null, bool DryRun = false);
