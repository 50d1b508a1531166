using System.Globalization;
using DeploymentRouter.Web.Features.Sharing;
using Serilog;
using Serilog.Events;

namespace DeploymentRouter.Web.Hosting;

public static class Logging
{
    private const string Line = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    public static void AddRouterLogging(this WebApplicationBuilder builder) =>
        builder.Services.AddSerilog(log => log
            .ReadFrom.Configuration(builder.Configuration)
            .Enrich.FromLogContext()
            .WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture));

    public static void UseRequestLog(this WebApplication app) =>
        app.UseSerilogRequestLogging(options =>
        {
            options.GetLevel = (http, _, failure) => LevelOf(http, failure);
            options.GetMessageTemplateProperties = (http, path, elapsed, status) =>
            [
                new("RequestMethod", new ScalarValue(http.Request.Method)),
                new("RequestPath", new ScalarValue(WithoutSecret(path))),
                new("StatusCode", new ScalarValue(status)),
                new("Elapsed", new ScalarValue(elapsed)),
            ];
        });

    // Whoever reads the log must not be able to open the link.
    private static string WithoutSecret(string path) =>
        path.StartsWith($"{StatusEndpoint.Path}/", StringComparison.OrdinalIgnoreCase) ? $"{StatusEndpoint.Path}/…" : path;

    private static LogEventLevel LevelOf(HttpContext http, Exception? failure) => (failure, http.Response.StatusCode) switch
    {
        (not null, _) or (_, >= 500) => LogEventLevel.Error,
        _ when IsRoutine(http.Request.Path) => LogEventLevel.Debug,
        _ => LogEventLevel.Information,
    };

    // Files, the circuit's own traffic and probes would drown what people did.
    private static bool IsRoutine(PathString path) =>
        path.StartsWithSegments("/_blazor", StringComparison.Ordinal) || path.StartsWithSegments("/health", StringComparison.Ordinal) || Path.HasExtension(path.Value);
}
