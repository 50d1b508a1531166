using Microsoft.AspNetCore.CookiePolicy;

namespace DeploymentRouter.Web.Hosting;

/// <summary>Outside Development, cookies and keys travel over HTTPS only.</summary>
public static class HttpsOnly
{
    private const string Sentence =
        "This application is used over HTTPS, and this call came without it. Behind a proxy that ends HTTPS, name the proxy in Proxies:Known and have it send "
        + "X-Forwarded-Proto; docs/production.md shows how.";

    /// <summary>The name of a cookie. Outside Development it begins so that browsers take it from this very host over HTTPS only.</summary>
    public static string CookieName(this IHostEnvironment environment, string name) => environment.IsDevelopment() ? name : $"__Host-{name}";

    public static CookieSecurePolicy CookieSecurity(this IHostEnvironment environment) =>
        environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;

    /// <summary>Answers nothing that came in the clear but whether the application lives.</summary>
    public static void UseHttpsOnly(this WebApplication app)
    {
        // Also those that others set: none is for scripts, and outside Development none for plain HTTP.
        app.UseCookiePolicy(new CookiePolicyOptions { HttpOnly = HttpOnlyPolicy.Always, Secure = app.Environment.CookieSecurity() });
        if (app.Environment.IsDevelopment()) return;
        app.Use(async (http, next) =>
        {
            if (http.Request.IsHttps || http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
            {
                await next(http);
                return;
            }

            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync(Sentence, http.RequestAborted);
        });
    }
}
