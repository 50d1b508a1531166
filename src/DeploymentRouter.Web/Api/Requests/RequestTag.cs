using System.Globalization;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.Api.Requests;

/// <summary>The ETag of a request begins with its version: how many entries its history has. The rest changes with what the caller is shown.</summary>
internal static class RequestTag
{
    /// <summary>The version that <c>If-Match</c> names; every version, when it is missing or *.</summary>
    public static bool TryRead(string? ifMatch, out int version)
    {
        version = int.MaxValue;
        if (string.IsNullOrWhiteSpace(ifMatch) || ifMatch.Trim() is "*") return true;
        var text = ifMatch.Trim();
        if (text.Length <= 2 || text[0] is not '"' || text[^1] is not '"') return false;
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return int.TryParse(text.AsSpan(1, (dash < 0 ? text.Length - 1 : dash) - 1), NumberStyles.None, CultureInfo.InvariantCulture, out version);
    }

    /// <summary>The request as the caller may read it, with its tag.</summary>
    public static IResult Tagged(HttpContext http, Request request) => Respond.Ok(Json(http, request), request.Version);

    /// <summary>A new one.</summary>
    public static IResult Created(HttpContext http, Request request) =>
        Respond.Created(http, FormattableString.Invariant($"/requests/{request.Number}"), Json(http, request), request.Version);

    private static RequestJson Json(HttpContext http, Request request) => RequestJson.Of(
        request,
        http.Caller(),
        http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
}
