using System.Net;

namespace DeploymentRouter.Web.Hosting;

/// <summary>What has to be right, and what is worth saying, before this is let onto a network.</summary>
public static class ProductionChecks
{
    /// <summary>The names under which people reach the application, separated by semicolons.</summary>
    public const string HostsKey = "AllowedHosts";

    /// <exception cref="StartRefusedException">It would answer under any name.</exception>
    public static void CheckHosts(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment()) return;
        var hosts = builder.Configuration[HostsKey]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        if (hosts.Length > 0 && !hosts.Any(IsAnyName)) return;
        throw new StartRefusedException(
            $"DeploymentRouter does not start: {HostsKey} does not say under which name people reach it, so anybody could have it write links that lead elsewhere. "
            + $"Set {HostsKey} to that name, for example router.example.com; several are separated by semicolons.");
    }

    // Addresses that mean "all" switch the filter off like the star, and a star that stands for whole domains of others is little better.
    private static bool IsAnyName(string host)
    {
        var name = new HostString(host).Host;
        return (IPAddress.TryParse(name.Trim('[', ']'), out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any) || address.MapToIPv4().Equals(IPAddress.Any)))
            || (name.Contains('*', StringComparison.Ordinal) && !IsOwnDomain(name));
    }

    private static bool IsOwnDomain(string name) =>
        name.StartsWith("*.", StringComparison.Ordinal) && name[2..].Split('.') is { Length: > 1 } labels && labels.All(label => label.Length > 0 && !label.Contains('*', StringComparison.Ordinal));

    /// <summary>Says in the log what is not protected.</summary>
    public static void SayWhatIsMissing(this WebApplication app)
    {
        if (app.Environment.IsDevelopment()) return;
        if (app.Configuration[KeyProtection.CertificateKey] is not { Length: > 0 })
            app.Logger.LogWarning("The keys that sign cookies and links are stored as they are: who can read the data directory can sign in as anybody. Set {Key} to encrypt them", KeyProtection.CertificateKey);
        if (!Proxies.AreNamed(app.Configuration) && !HasHttps(app.Configuration))
            app.Logger.LogWarning("No address is HTTPS and no proxy is named in {Key}: pages and the API answer over HTTPS only, so nobody can use them yet", Proxies.Key);
    }

    private static bool HasHttps(IConfiguration configuration) =>
        (configuration["URLS"] ?? "").Contains("https://", StringComparison.OrdinalIgnoreCase)
        || configuration["HTTPS_PORTS"] is { Length: > 0 }
        || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any(one => one["Url"]?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) is true);
}
