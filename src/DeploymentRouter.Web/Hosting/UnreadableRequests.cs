using System.Text;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Web.Api;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.Net.Http.Headers;

namespace DeploymentRouter.Web.Hosting;

/// <summary>Turns away bodies that cannot be what their headers say, before anybody reads them: what reads them later would break on them.</summary>
public static class UnreadableRequests
{
    private const string Sentence = "What was sent cannot be read. Go back, reload the page and try again.";

    public static void UseReadableOnly(this WebApplication app) => app.Use(async (http, next) =>
    {
        var status = await ProblemAsync(http);
        if (status is StatusCodes.Status200OK)
        {
            try
            {
                await next(http);
                return;
            }
            catch (BadHttpRequestException bad) when (!http.Response.HasStarted && !IsApi(http))
            {
                status = bad.StatusCode;
            }
        }

        if (IsApi(http))
        {
            await Problems.Of(status, new Refusal("BodyUnreadable", "The body is not what its header Content-Type says.")).ExecuteAsync(http);
            return;
        }

        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        await http.Response.WriteAsync(Sentence, http.RequestAborted);
    });

    // It tells more about what is wrong with a body; BadInput does.
    private static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    private static async Task<int> ProblemAsync(HttpContext http)
    {
        var isPage = http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        if (http.Request.ContentType is { Length: > 0 } text && !IsKnown(text)) return StatusCodes.Status415UnsupportedMediaType;
        if (!HttpMethods.IsPost(http.Request.Method)) return StatusCodes.Status200OK;
        if (isPage && !http.Request.HasFormContentType) return StatusCodes.Status415UnsupportedMediaType;
        if (!http.Request.HasFormContentType || (IsApi(http) && !isPage)) return StatusCodes.Status200OK;
        try
        {
            // It is read once and kept; pages and endpoints find it read.
            await http.Request.ReadFormAsync(http.RequestAborted);
            return StatusCodes.Status200OK;
        }
        catch (BadHttpRequestException bad)
        {
            return bad.StatusCode;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }

    private static bool IsKnown(string contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type)) return false;
        if (!type.Charset.HasValue) return true;
        try
        {
            return Encoding.GetEncoding(HeaderUtilities.RemoveQuotes(type.Charset).ToString()) is not null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
