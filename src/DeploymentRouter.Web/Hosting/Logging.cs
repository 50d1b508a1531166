using System.Globalization;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.Webhooks;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace DeploymentRouter.Web.Hosting;

public static class Logging
{
    private const string Line = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    // Nothing is kept in statics: two applications in one process each have their own log.
    public static void AddRouterLogging(this WebApplicationBuilder builder) =>
        builder.Services.AddSerilog((services, log) => log
            .ReadFrom.Configuration(builder.Configuration)
            .ReadFrom.Services(services)
            .Destructure.ByTransforming<NewToken>(token => token.Line)
            .Destructure.ByTransforming<NewWebhook>(made => made.Line.Id)
            .Destructure.ByTransforming<Account>(account => new { account.Id })
            .Enrich.FromLogContext()
            .Enrich.With<SecretsLeftOut>()
            .Filter.ByExcluding(RepeatsWhatIsTyped)
            .WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture), preserveStaticLogger: true);

    // Whole messages of open pages, passwords among them; no pattern tells those from other words.
    private static bool RepeatsWhatIsTyped(LogEvent line) =>
        line.Level < LogEventLevel.Information && line.Properties.GetValueOrDefault(Constants.SourceContextPropertyName) is ScalarValue { Value: string source }
        && source.StartsWith("Microsoft.AspNetCore.SignalR.", StringComparison.Ordinal);

    public static void UseRequestLog(this WebApplication app) =>
        app.UseSerilogRequestLogging(options =>
        {
            options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
            options.GetLevel = (http, _, failure) => LevelOf(http, failure);
        });

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
