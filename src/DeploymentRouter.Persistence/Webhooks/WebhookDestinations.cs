using System.Net;
using System.Net.Sockets;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Persistence.Webhooks;

/// <summary>Which addresses are told anything. Asked when one is saved, and again about each address that its name leads to when it is sent to.</summary>
public sealed class WebhookDestinations(WebhookSettings settings)
{
    // A name server that does not answer holds nobody up; what cannot be looked up now is looked up again when it is sent to.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Why nothing is sent there; null: it is.</summary>
    public async Task<Refusal?> WhyNotAsync(string url, CancellationToken cancel = default)
    {
        if (ShapeProblem(url) is { } problem) return problem;
        var host = new Uri(url).IdnHost;
        return IsNamed(host) || (await LookUpAsync(host, cancel)).All(address => Allows(host, address)) ? null : NotReached(host);
    }

    /// <summary>Why it cannot be written so; null: it can.</summary>
    public Refusal? ShapeProblem(string url)
    {
        if (url.Length is 0 or > WebhookSettings.MaxUrl || !TextCheck.IsReadable(url) || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || uri.Scheme is not ("https" or "http"))
            return new Refusal("UrlInvalid", FormattableString.Invariant($"Write the whole address, https://…, in at most {WebhookSettings.MaxUrl} characters."));
        if (uri.Scheme is "http" && !settings.AllowHttp) return new Refusal("UrlNotHttps", "Use an address that begins with https://. What is sent is not for everybody on the way.");
        if (uri.UserInfo.Length > 0) return new Refusal("UrlWithPassword", "Leave name and password out of the address. The signature says who sends.");
        return uri.Fragment.Length > 0 ? new Refusal("UrlInvalid", "Leave out what follows #. It is never sent.") : null;
    }

    /// <summary>Whether a connection to an address that a host leads to is made.</summary>
    public bool Allows(string host, IPAddress address) => Networks.ReachOf(address) switch
    {
        NetworkReach.Public => true,
        NetworkReach.Private when settings.AllowPrivateNetworks => true,
        _ => IsNamed(host),
    };

    public static Refusal NotReached(string host) => new(
        "UrlNotPublic", $"{host} is inside a network or on this machine. Whoever runs the installation can allow it: Webhooks:AllowedHosts.");

    private bool IsNamed(string host) => settings.AllowedHosts.Contains(host.Trim('[', ']'), StringComparer.OrdinalIgnoreCase);

    private static async Task<IPAddress[]> LookUpAsync(string host, CancellationToken cancel)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out var address)) return [address];
        try
        {
            return await Dns.GetHostAddressesAsync(host, cancel).WaitAsync(Patience, cancel);
        }
        catch (Exception failure) when (failure is SocketException or TimeoutException or ArgumentException)
        {
            return [];
        }
    }
}
