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
            headers.ContentSecurityPolicy = ContentPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = Permissions;
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return next(http);
        });
    }
}
