using System.Threading.RateLimiting;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Web.Assistants;
using DeploymentRouter.Web.Hosting;
using DeploymentRouter.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.RateLimiting;

namespace DeploymentRouter.Web.Api.Limits;

/// <summary>How often the API may be called: a token by itself, all of one owner, an address that shows none, and all together.</summary>
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
                Each(caller => Partition(caller.Name, caller.Owner is null ? limits.PerAddress : limits.PerToken)),
                Each(caller => caller.Owner is { } owner ? Partition(owner, limits.PerOwner) : RateLimitPartition.GetNoLimiter("")),
                Each(caller => caller.Owner is null ? Partition("strangers", limits.WithoutToken) : Partition("everybody", limits.InTotal)));
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
        http.Items[CallerKey] = shown.Principal is { } principal && TokenSignIn.IdOf(principal) is { } token && principal.ToPerson() is { } person
            ? new Caller($"token/{token:N}", AccessTokens.IsTeamToken(person) ? $"team/{person.TeamId}" : $"person/{person.Id}")
            : new Caller($"address/{Network.Of(http.Connection.RemoteIpAddress)}", null);
        await next(http);
    }

    private static PartitionedRateLimiter<HttpContext> Each(Func<Caller, RateLimitPartition<string>> partition) =>
        PartitionedRateLimiter.Create<HttpContext, string>(http => partition((Caller)http.Items[CallerKey]!), StringComparer.Ordinal);

    private static RateLimitPartition<string> Partition(string name, int calls) => RateLimitPartition.GetFixedWindowLimiter(
        name, _ => new FixedWindowRateLimiterOptions { PermitLimit = calls, Window = Window, QueueLimit = 0 });

    private static async ValueTask TellAsync(OnRejectedContext rejected, CancellationToken cancel)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : Window;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        var refusal = new Refusal("TooManyCalls", FormattableString.Invariant($"Too many calls in a minute. Try again in {seconds} seconds."));
        await Problems.Later(rejected.HttpContext, refusal, seconds).ExecuteAsync(rejected.HttpContext);
    }

    /// <param name="Name">Of the token, or of the address.</param>
    /// <param name="Owner">Whose token it is; null: none that counts was shown.</param>
    private sealed record Caller(string Name, string? Owner);
}
