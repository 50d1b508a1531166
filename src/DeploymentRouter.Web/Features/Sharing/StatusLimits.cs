using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace DeploymentRouter.Web.Features.Sharing;

/// <summary>How often one address may open status links: nobody guesses 256 bits, but nobody should make us look them up all day either.</summary>
public sealed class StatusLimits : IDisposable
{
    public const int PerMinute = 60;

    /// <summary>In seconds.</summary>
    public const string RetryAfter = "60";

    private const int NetworkBytes = 8;

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(
        address => RateLimitPartition.GetFixedWindowLimiter(
            address, _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }),
        StringComparer.Ordinal);

    public bool TryTake(IPAddress? address)
    {
        using var lease = _limiter.AttemptAcquire(NetworkOf(address));
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();

    // Whoever has one IPv6 address has all of its network.
    private static string NetworkOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        _ => address.ToString(),
    };
}
