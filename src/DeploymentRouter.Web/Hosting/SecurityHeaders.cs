using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace DeploymentRouter.Web.Hosting;

public static class SecurityHeaders
{
    /// <summary>What a page may load and where it may lead; everything comes from this site.</summary>
    /// <remarks>
    /// Inline styles are what MudBlazor and our own clocks and bars are made of. Scripts come as files only, and none is made of a text.
    /// </remarks>
    public const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    // Passkeys are the only thing here that asks a device for something.
    private const string Permissions =
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), "
        + "publickey-credentials-create=(self), publickey-credentials-get=(self), serial=(), usb=()";

    private static readonly TimeSpan HttpsRemembered = TimeSpan.FromDays(365);

    public static void AddSecurityHeaders(this WebApplicationBuilder builder) => builder.Services.AddHsts(hsts =>
    {
        hsts.MaxAge = HttpsRemembered;
        // What else answers under this name is not ours to promise for.
        hsts.IncludeSubDomains = false;
    });

    public static void UseSecurityHeaders(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.Use((http, next) =>
        {
            var headers = http.Response.Headers;
            var promised = headers.StrictTransportSecurity;
            Say(headers, promised);
            // A failure clears what was said before it, so it is said again when the answer begins.
            http.Response.OnStarting(() =>
            {
                Say(headers, promised);
                return Task.CompletedTask;
            });
            return next(http);
        });
    }

    // An endpoint that has said something stricter is left with it.
    private static void Say(IHeaderDictionary headers, StringValues promised)
    {
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, ContentPolicy);
        headers.TryAdd(HeaderNames.XContentTypeOptions, "nosniff");
        headers.TryAdd(HeaderNames.XFrameOptions, "DENY");
        headers.TryAdd("Referrer-Policy", "same-origin");
        headers.TryAdd("Permissions-Policy", Permissions);
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        if (promised.Count > 0) headers.TryAdd(HeaderNames.StrictTransportSecurity, promised);
    }
}
