using System.Net;
using System.Net.Sockets;

namespace DeploymentRouter.Persistence.Webhooks;

/// <summary>Where on the networks an address is.</summary>
public enum NetworkReach
{
    /// <summary>On the internet.</summary>
    Public,

    /// <summary>In a private network, or behind a provider's translation.</summary>
    Private,

    /// <summary>This machine, the same link, many at once, or of no use: nobody is told anything there.</summary>
    Closed,
}

/// <summary>Sorts addresses as the registries of IANA for special purposes do.</summary>
public static class Networks
{
    private static readonly IPNetwork[] PrivateOnes =
        [.. new[] { "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7" }.Select(IPNetwork.Parse)];

    private static readonly IPNetwork[] ClosedOnes =
    [
        .. new[]
        {
            "0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/4", "240.0.0.0/4", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    // All that is given out. What lies outside, such as addresses of IPv4 in another dress, is not reached.
    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    public static NetworkReach ReachOf(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (PrivateOnes.Any(network => network.Contains(plain))) return NetworkReach.Private;
        if (ClosedOnes.Any(network => network.Contains(plain))) return NetworkReach.Closed;
        return plain.AddressFamily is AddressFamily.InterNetwork || Global6.Contains(plain) ? NetworkReach.Public : NetworkReach.Closed;
    }
}
