using System.Globalization;
using System.Threading.RateLimiting;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Web.Assistants;
using DeploymentRouter.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.RateLimiting;

namespace DeploymentRouter.Web.Api.Limits;

/// <summary>How often the API may be called: a token by itself, an address that shows none, and all together.</summary>
internal static class ApiLimits
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly object CallerKey = new();

    public static void AddApiLimits(this WebApplicationBuilder builder)
    {
        // Read once the configuration is whole, and before anybody is served.
        builder.Services.AddSingleton(services => CallLimits.Of(services.GetRequiredService<IConfiguration>()));
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddOptions<RateLimiterOptions>().Configure<CallLimits>((options, limits) =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = TellAsync;
            // The caller's own limit first: whoever is over it takes nothing of what is everybody's.
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(http => Partition(CallerOf(http), CallerOf(http).StartsWith("token/", StringComparison.Ordinal) ? limits.PerToken : limits.PerAddress), StringComparer.Ordinal),
                PartitionedRateLimiter.Create<HttpContext, string>(_ => Partition("everybody", limits.InTotal), StringComparer.Ordinal));
        });
    }

    /// <summary>Call after routing and before sign-in: what is over a limit is turned away before anything else looks at it.</summary>
    public static void UseApiLimits(this WebApplication app)
    {
        _ = app.Services.GetRequiredService<CallLimits>();
        app.UseWhen(http => IsCall(http.Request.Path), api =>
        {
            api.Use(RecogniseAsync);
            api.UseRateLimiter();
        });
    }

    // Assistants call the same things in other words.
    private static bool IsCall(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments(AssistantsEndpoint.Path, StringComparison.OrdinalIgnoreCase);

    // By the token that counts, not by what is shown: otherwise made-up keys would have a limit each.
    private static async Task RecogniseAsync(HttpContext http, RequestDelegate next)
    {
        var shown = await http.AuthenticateAsync(TokenSignIn.Token);
        http.Items[CallerKey] = shown.Principal is { } principal && TokenSignIn.IdOf(principal) is { } token
            ? $"token/{token:N}"
            : $"address/{http.Connection.RemoteIpAddress}";
        await next(http);
    }

    private static string CallerOf(HttpContext http) => (string)http.Items[CallerKey]!;

    private static RateLimitPartition<string> Partition(string name, int calls) => RateLimitPartition.GetFixedWindowLimiter(
        name, _ => new FixedWindowRateLimiterOptions { PermitLimit = calls, Window = Window, QueueLimit = 0 });

    private static async ValueTask TellAsync(OnRejectedContext rejected, CancellationToken cancel)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : Window;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        rejected.HttpContext.Response.Headers.RetryAfter = seconds;
        await Problems.Of(StatusCodes.Status429TooManyRequests, new Refusal("TooManyCalls", $"Too many calls in a minute. Try again in {seconds} seconds.")).ExecuteAsync(rejected.HttpContext);
    }
}
