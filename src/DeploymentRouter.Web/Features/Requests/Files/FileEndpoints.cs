using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.Attachments;
using DeploymentRouter.Persistence.Files;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Web.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace DeploymentRouter.Web.Features.Requests.Files;

/// <summary>Files come and go over plain HTTP, so that neither needs a circuit.</summary>
public static class FileEndpoints
{
    // So that a browser which sends too much still reads why not; beyond that the connection is cut.
    internal const long MostRead = 3 * AttachmentLimits.MaxFileBytes;

    public static void MapFiles(this WebApplication app)
    {
        // The token comes in a header and is checked here: there is no form to find it in.
        app.MapPost("/requests/{number:int}/files", AttachAsync).DisableAntiforgery();
        app.MapGet("/requests/{number:int}/files/{entry:int}", DownloadAsync);
    }

    private static async Task<IResult> AttachAsync(int number, string? name, HttpContext http, IAntiforgery antiforgery, AttachmentDesk desk, Sights sights)
    {
        if (!await antiforgery.IsRequestValidAsync(http) || http.User.ToPerson() is not { } person)
            return Says(StatusCodes.Status400BadRequest, new Refusal("StalePage", "This page is older than your sign-in. Reload it and try again."));
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MostRead;
        var result = await desk.AttachAsync(number, name, http.Request.ContentLength, http.Request.Body, person, await sights.OfAsync(person, http.RequestAborted), http.RequestAborted);
        if (result.Refusal is { } refusal)
        {
            await DrainAsync(http);
            return Says(refusal.Name is nameof(Refusals.FileTooLarge) ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status422UnprocessableEntity, refusal);
        }

        return result.File is { } file
            ? TypedResults.Json(new { number = file.Number, name = file.Name, size = file.Size }, statusCode: StatusCodes.Status201Created)
            : Says(StatusCodes.Status404NotFound, new Refusal("NotFound", "This request is not there any more."));
    }

    private static async Task<IResult> DownloadAsync(int number, int entry, HttpContext http, AttachmentDesk desk, Sights sights)
    {
        if (http.User.ToPerson() is not { } person) return TypedResults.NotFound();
        return await desk.OpenAsync(number, entry, await sights.OfAsync(person, http.RequestAborted), http.RequestAborted) is var (file, bytes) ? Give(http, file, bytes) : TypedResults.NotFound();
    }

    /// <summary>A file to be saved; its hash is its tag.</summary>
    internal static IResult Give(HttpContext http, AttachedFile file, Stream bytes)
    {
        // Saved, not shown; and if some browser shows it after all, it can run nothing and reach nobody.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return TypedResults.Stream(bytes, file.ContentType, file.Name, new DateTimeOffset(file.At), new EntityTagHeaderValue($"\"{file.Sha256}\""), enableRangeProcessing: true);
    }

    private static async Task DrainAsync(HttpContext http)
    {
        try
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        }
        catch (BadHttpRequestException)
        {
            // More than that is not read.
        }
    }

    private static JsonHttpResult<FileRefused> Says(int status, Refusal refusal) =>
        TypedResults.Json(new FileRefused(refusal.Name, refusal.Sentence), statusCode: status);
}

/// <summary>Why a file was not attached.</summary>
public sealed record FileRefused(string Refusal, string Sentence);
