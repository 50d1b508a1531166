using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.Attachments;
using DeploymentRouter.Persistence.Files;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Features.Requests.Files;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace DeploymentRouter.Web.Api.Requests;

/// <summary>Files on a request. A file is removed, and a link added, by an act.</summary>
internal static class FilesApi
{
    public static void MapFiles(this RouteGroupBuilder request)
    {
        var files = request.MapGroup("/files").WithTags("Files");
        files.MapGet("", ListAsync).Needs(TokenScope.Read).Says("ListFiles", "List files and links").Gives<AttachmentsJson>().Tagged().Refuses(404);
        files.MapPost("", AttachAsync).Needs(TokenScope.Act).Says("AttachFile", "Attach a file").Gives<FileJson>(StatusCodes.Status201Created).Refuses(404, 413, 422)
            .WithMetadata(new RequestSizeLimitAttribute(FileEndpoints.MostRead), new TakesFile());
        files.MapGet("/{entry:int}", DownloadAsync).Needs(TokenScope.Read).Says("ReadFile", "Download a file").WithMetadata(new GivesFile()).Tagged().Refuses(404);
    }

    private static async Task<IResult> ListAsync(int number, HttpContext http, RequestStore store) => await store.FindAsync(number, await http.SightAsync(), http.RequestAborted) is { } request
        ? Respond.Ok(new AttachmentsJson([.. request.Files.Select(file => FileJson.Of(number, file))], [.. request.Links.Select(LinkJson.Of)]))
        : Problems.NotFound("request");

    /// <remarks>The body is the file itself, up to 20 MB, and its name is in the query; or multipart/form-data with one file. Only kinds that are named in a refusal are taken.</remarks>
    /// <param name="name">The name with its extension; a multipart body says it itself.</param>
    private static async Task<IResult> AttachAsync(int number, HttpContext http, AttachmentDesk desk, string? name = null)
    {
        if (await BodyAsync(http, name) is not { } file)
            return Problems.Of(StatusCodes.Status400BadRequest, new Refusal("FileMissing", "The multipart body holds no file. Send one part with a file name."));
        var result = await desk.AttachAsync(number, file.Name, file.Length, file.Bytes, http.Caller(), await http.SightAsync(), http.RequestAborted);
        return result switch
        {
            { File: { } attached } => Respond.Created(http, FormattableString.Invariant($"/requests/{number}/files/{attached.Number}"), FileJson.Of(number, attached)),
            { Refusal: { Name: nameof(Refusals.FileTooLarge) } large } => Problems.Of(StatusCodes.Status413PayloadTooLarge, large),
            { Refusal: { } refusal } => Problems.Refused(refusal),
            _ => Problems.NotFound("request"),
        };
    }

    private static async Task<IResult> DownloadAsync(int number, int entry, HttpContext http, AttachmentDesk desk) =>
        await desk.OpenAsync(number, entry, await http.SightAsync(), http.RequestAborted) is var (file, bytes) ? FileEndpoints.Give(http, file, bytes) : Problems.NotFound("file");

    // The part is read as it comes: nothing of it is kept in memory or in a form.
    private static async Task<(string? Name, long? Length, Stream Bytes)?> BodyAsync(HttpContext http, string? name)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return (name, http.Request.ContentLength, http.Request.Body);
        if (HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 70 } boundary) return null;
        try
        {
            var parts = new MultipartReader(boundary, http.Request.Body);
            while (await parts.ReadNextSectionAsync(http.RequestAborted) is { } part)
            {
                if (ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var said) && said.IsFileDisposition())
                    return (name ?? HeaderUtilities.RemoveQuotes(said.FileNameStar.HasValue ? said.FileNameStar : said.FileName).Value, null, part.Body);
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return null;
        }

        return null;
    }
}

/// <param name="Files">Oldest first.</param>
/// <param name="Links">Oldest first.</param>
internal sealed record AttachmentsJson(IReadOnlyList<FileJson> Files, IReadOnlyList<LinkJson> Links);

/// <summary>Marks an endpoint whose body is a file.</summary>
internal sealed record TakesFile;

/// <summary>Marks an endpoint that gives a file.</summary>
internal sealed record GivesFile;
