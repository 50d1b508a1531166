using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace DeploymentRouter.Web.Hosting;

/// <summary>Who may say on behalf of whom a call comes, and that it came over HTTPS. Without proxies that are named, nobody.</summary>
public static class Proxies
{
    /// <summary>Addresses and networks of the proxies in front, for example <c>127.0.0.1, 10.1.0.0/24</c>.</summary>
    public const string Key = "Proxies:Known";

    /// <exception cref="StartRefusedException">What is configured is no address.</exception>
    public static void AddProxies(this WebApplicationBuilder builder)
    {
        var known = Read(builder.Configuration);
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in known) options.KnownIPNetworks.Add(network);
            options.ForwardedHeaders = known.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
            // As many as there are: each hop must be known, or the chain ends there.
            options.ForwardLimit = null;
        });
    }

    public static bool AreNamed(IConfiguration configuration) => Read(configuration).Count > 0;

    private static List<IPNetwork> Read(IConfiguration configuration)
    {
        var texts = configuration[Key]?.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries)
            ?? configuration.GetSection(Key).GetChildren().Select(one => one.Value ?? "");
        return [.. texts.Select(Network)];
    }

    private static IPNetwork Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new StartRefusedException($"DeploymentRouter does not start: {Key} names “{text}”, which is neither an address nor a network such as 10.1.0.0/24.");
}
