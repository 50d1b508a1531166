using Microsoft.AspNetCore.Http.Metadata;

namespace DeploymentRouter.Web.Api;

/// <summary>What routing has found under <c>/api</c>, or has not: said before anybody is asked who they are.</summary>
public static class ApiRouting
{
    public static void UseApiRouting(this WebApplication app) =>
        app.UseWhen(http => http.Request.Path.StartsWithSegments(ApiV1.Prefix, StringComparison.OrdinalIgnoreCase), api => api.Use(AnswerAsync));

    private static Task AnswerAsync(HttpContext http, RequestDelegate next) => http.GetEndpoint() switch
    {
        RouteEndpoint endpoint when IsTooLarge(http, endpoint) => Problems.Of(StatusCodes.Status413PayloadTooLarge, BadInput.TooLarge).ExecuteAsync(http),
        RouteEndpoint => next(http),
        null => Problems.Of(StatusCodes.Status404NotFound, BadInput.NothingHere).ExecuteAsync(http),
        // Routing's own: another method (with Allow), another kind of body. It writes a status, and the words come from BadInput.
        { RequestDelegate: { } refuse } => refuse(http),
        _ => next(http),
    };

    // A body that says beforehand that it is too large is not begun with; one that does not say it is cut off by the server.
    private static bool IsTooLarge(HttpContext http, RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize is { } most && http.Request.ContentLength > most;
}
