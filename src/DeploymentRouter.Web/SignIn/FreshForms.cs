using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;

namespace DeploymentRouter.Web.SignIn;

internal static class FreshForms
{
    /// <summary>
    /// Shows a page anew whose form cannot be trusted: it is from before a sign-in or a restart, or from another site. Whoever filled it in
    /// fills it in again instead of reading about an error.
    /// </summary>
    public static void UseFreshForms(this WebApplication app) => app.Use((http, next) =>
    {
        var isStale = http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false };
        if (!isStale || http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is null) return next(http);
        // "See other" rather than 302: what was sent must not be sent once more.
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = http.Request.PathBase + http.Request.Path + http.Request.QueryString;
        return Task.CompletedTask;
    });
}
