using System.Net;
using System.Net.Sockets;
using DeploymentRouter.Persistence.Webhooks;

namespace DeploymentRouter.Web.Webhooks;

/// <summary>How connections to receivers are made: only to addresses that may be reached, found out at the very moment, so that no name can lead elsewhere in between.</summary>
internal static class WebhookHandler
{
    private const int HeadersKilobytes = 16;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    public static SocketsHttpHandler Make(WebhookDestinations destinations) => new()
    {
        ConnectCallback = (context, cancel) => ConnectAsync(destinations, context.DnsEndPoint, cancel),
        // Through a proxy, the proxy would choose where it leads.
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        MaxResponseHeadersLength = HeadersKilobytes,
        // What is not read is not waited for.
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = Kept,
    };

    private static async ValueTask<Stream> ConnectAsync(WebhookDestinations destinations, DnsEndPoint to, CancellationToken cancel)
    {
        var addresses = await Dns.GetHostAddressesAsync(to.Host, cancel);
        // One that may not be reached is enough: a name with both is made to slip through.
        if (addresses.Length == 0 || !Array.TrueForAll(addresses, address => destinations.Allows(to.Host, address))) throw new NotReachedException(to.Host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, to.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A name led to an address that nothing is sent to.</summary>
public sealed class NotReachedException(string host) : Exception(WebhookDestinations.NotReached(host).Sentence);
