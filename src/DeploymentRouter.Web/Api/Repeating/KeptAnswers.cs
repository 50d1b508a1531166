using DeploymentRouter.Persistence.Calls;

namespace DeploymentRouter.Web.Api.Repeating;

/// <summary>Answers kept and given once more.</summary>
internal static class KeptAnswers
{
    /// <summary>Says that an answer is the first one's.</summary>
    public const string Replayed = "Idempotency-Replayed";

    private static readonly string[] Kept = ["ETag", "Location", "Link"];

    /// <param name="isSecret">The body is not kept.</param>
    public static KeptAnswer Of(HttpResponse response, byte[] body, bool isSecret)
    {
        var headers = Kept.Where(response.Headers.ContainsKey).Select(name => $"{name}: {response.Headers[name]}");
        return new KeptAnswer(response.StatusCode, response.ContentType, string.Join('\n', headers), isSecret ? null : body);
    }

    public static async Task WriteAsync(HttpContext http, KeptAnswer answer)
    {
        var response = http.Response;
        (response.StatusCode, response.ContentType) = (answer.Status, answer.ContentType);
        foreach (var line in (answer.Headers ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            response.Headers[line[..colon]] = line[(colon + 2)..];
        }

        response.Headers[Replayed] = "true";
        if (answer.Body is { Length: > 0 } body) await response.Body.WriteAsync(body, http.RequestAborted);
    }
}
