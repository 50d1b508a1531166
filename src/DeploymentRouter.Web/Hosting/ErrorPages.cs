using Microsoft.AspNetCore.Diagnostics;

namespace DeploymentRouter.Web.Hosting;

public static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use(async (http, next) =>
        {
            await next(http);
            // The page speaks about a missing address only, and a program that calls the API wants the status, not a page about it.
            if (http.Features.Get<IStatusCodePagesFeature>() is { } pages)
                pages.Enabled = http.Response.StatusCode is StatusCodes.Status404NotFound && !http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
        });
    }
}
