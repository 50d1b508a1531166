using DeploymentRouter.Persistence.Sharing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DeploymentRouter.Web.Features.Sharing;

/// <summary>The one page for people without an account: plain HTML, no script, no cookie, nothing kept by anybody on the way.</summary>
public static class StatusEndpoint
{
    public const string Path = "/status";

    private const string ContentPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void AddStatusLinks(this WebApplicationBuilder builder) => builder.Services.AddSingleton<StatusLimits>();

    public static void MapStatusLinks(this WebApplication app) => app.MapGet($"{Path}/{{secret}}", ShowAsync).AllowAnonymous().DisableAntiforgery();

    private static async Task<RazorComponentResult<StatusPage>> ShowAsync(string secret, HttpContext http, StatusLinks links, StatusLimits limits, TimeProvider time)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        if (!limits.TryTake(http.Connection.RemoteIpAddress))
        {
            headers.RetryAfter = StatusLimits.RetryAfter;
            return Page(StatusCodes.Status429TooManyRequests, null, null);
        }

        var now = time.GetUtcNow().UtcDateTime;
        // One look-up and one answer for a link that is unknown, altered, expired or revoked.
        return await links.OpenAsync(secret, http.RequestAborted) is { } opened
            ? Page(StatusCodes.Status200OK, CustomerStatus.Of(opened.Request, now), opened)
            : Page(StatusCodes.Status404NotFound, null, null);
    }

    private static RazorComponentResult<StatusPage> Page(int status, CustomerStatus? view, OpenedStatus? opened) =>
        new(new { View = view, opened?.Note, Until = opened?.ExpiresAt, IsTooOften = status is StatusCodes.Status429TooManyRequests }) { StatusCode = status };
}
