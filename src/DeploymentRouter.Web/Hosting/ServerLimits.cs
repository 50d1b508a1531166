using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DeploymentRouter.Web.Hosting;

/// <summary>How much one call may bring and how long it may take; <c>docs/security.md</c> lists all limits.</summary>
public static class ServerLimits
{
    /// <summary>Bytes of a body. Endpoints that take files or imports say for themselves how much more they take.</summary>
    public const long MaxBody = 1024 * 1024;

    public const int MaxHeaderBytes = 32 * 1024;
    public const int MaxHeaders = 100;
    public const int MaxLineBytes = 8 * 1024;
    public const int MaxConnections = 20_000;

    private static readonly TimeSpan Headers = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(2);

    public static void AddServerLimits(this WebApplicationBuilder builder) => builder.Services.Configure<KestrelServerOptions>(server =>
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = MaxBody;
        server.Limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
        server.Limits.MaxRequestHeaderCount = MaxHeaders;
        server.Limits.MaxRequestLineSize = MaxLineBytes;
        server.Limits.RequestHeadersTimeout = Headers;
        server.Limits.KeepAliveTimeout = Idle;
        server.Limits.MaxConcurrentConnections = MaxConnections;
        server.Limits.MaxConcurrentUpgradedConnections = MaxConnections;
    });
}
