using System.Net;
using System.Threading.RateLimiting;
using DeploymentRouter.Web.Hosting;

namespace DeploymentRouter.Web.Features.Sharing;

/// <summary>How often one address may open status links: nobody guesses 256 bits, but nobody should make us look them up all day either.</summary>
public sealed class StatusLimits : IDisposable
{
    public const int PerMinute = 60;

    /// <summary>In seconds.</summary>
    public const string RetryAfter = "60";

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(
        address => RateLimitPartition.GetFixedWindowLimiter(
            address, _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }),
        StringComparer.Ordinal);

    public bool TryTake(IPAddress? address)
    {
        using var lease = _limiter.AttemptAcquire(Network.Of(address));
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
