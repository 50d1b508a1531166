using System.Net;
using System.Net.Sockets;

namespace DeploymentRouter.Web.Hosting;

/// <summary>What counts as one caller among addresses.</summary>
internal static class Network
{
    private const int NetworkBytes = 8;

    /// <summary>Where a call comes from, as the audit and sessions say it; null: it is not known.</summary>
    public static string? From(this HttpContext http) => http.Connection.RemoteIpAddress?.ToString();

    /// <summary>The address; of IPv6 its network, because whoever has one address there has all of them. Empty: it is not known.</summary>
    public static string Of(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        _ => address.ToString(),
    };
}
