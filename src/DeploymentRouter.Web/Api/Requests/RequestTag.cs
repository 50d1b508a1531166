using System.Globalization;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DeploymentRouter.Web.Api.Requests;

/// <summary>The version of a request as an ETag: how many entries its history has.</summary>
internal static class RequestTag
{
    /// <summary>The version that <c>If-Match</c> names; every version, when it is missing or *.</summary>
    public static bool TryRead(string? ifMatch, out int version)
    {
        version = int.MaxValue;
        if (string.IsNullOrWhiteSpace(ifMatch) || ifMatch.Trim() is "*") return true;
        var text = ifMatch.Trim();
        return text.Length > 2 && text[0] is '"' && text[^1] is '"'
            && int.TryParse(text.AsSpan(1, text.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out version);
    }

    /// <summary>The request as the caller may read it, with its tag.</summary>
    public static Ok<RequestJson> Tagged(HttpContext http, Request request)
    {
        http.Response.Headers.ETag = $"\"{request.Version.ToString(CultureInfo.InvariantCulture)}\"";
        var playbook = http.RequestServices.GetRequiredService<PlaybookInForce>().Current;
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        return TypedResults.Ok(RequestJson.Of(request, http.Caller(), playbook, now));
    }
}
