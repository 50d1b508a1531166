using System.Text.Json;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using Microsoft.AspNetCore.Http.Features;

namespace DeploymentRouter.Web.Api;

/// <summary>Answers what cannot be read with what is wrong and where, never with a page or a stack trace.</summary>
public static class BadInput
{
    private const int MaxPath = 100;

    public static void UseApiErrors(this WebApplication app) =>
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase), api => api.Use(AnswerAsync));

    private static async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
            // Routing answers with a bare status: no such address, no such method, another kind of body.
            if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null } response && response.ContentLength is null or 0)
                await Problems.Of(response.StatusCode, ByRouting(response.StatusCode)).ExecuteAsync(http);
        }
        catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
        {
            await Problems.Of(bad.StatusCode, new Refusal(NameOf(bad.StatusCode), Sentence(bad))).ExecuteAsync(http);
        }
    }

    public static Refusal NothingHere { get; } = new("NotFound", "There is nothing at this address. The reference is at /openapi/v1.json.");

    public static Refusal TooLarge { get; } = new("TooLarge", "The body is too large.");

    /// <param name="path">Of JSON: where in the body something stands that does not belong there.</param>
    public static Refusal UnreadableAt(string path) => new("BadRequest", $"The body cannot be read at {Short(path)}. The reference says what belongs there.");

    private static Refusal ByRouting(int status) => status switch
    {
        StatusCodes.Status404NotFound => NothingHere,
        StatusCodes.Status405MethodNotAllowed => new("MethodNotAllowed", "This address knows other methods; the header Allow names them."),
        StatusCodes.Status415UnsupportedMediaType => new("MediaTypeNotTaken", "Send the body as application/json."),
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        _ => new(NameOf(status), "The request cannot be read."),
    };

    private static string NameOf(int status) => status switch
    {
        StatusCodes.Status413PayloadTooLarge => "TooLarge",
        StatusCodes.Status415UnsupportedMediaType => "MediaTypeNotTaken",
        _ => "BadRequest",
    };

    // Keys of maps stand in it, of any length.
    private static string Short(string path) => Wording.Beginning(path, MaxPath);

    // The path and the line come from the reader; what was sent is never repeated.
    private static string Sentence(BadHttpRequestException bad) => bad switch
    {
        { StatusCode: StatusCodes.Status413PayloadTooLarge } => TooLarge.Sentence,
        { StatusCode: StatusCodes.Status415UnsupportedMediaType } => "Send the body as application/json.",
        { InnerException: JsonException { Path: { } path, LineNumber: { } line } } => FormattableString.Invariant($"The body cannot be read at {Short(path)}, line {line + 1}. The reference says what belongs there."),
        { InnerException: JsonException } => "The body is not JSON.",
        _ => "A part of the address or the body is missing or is not of the kind that the reference names.",
    };
}
