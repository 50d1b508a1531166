namespace DeploymentRouter.Persistence.Webhooks;

/// <summary>What an installation decides about webhooks, and the limits of all.</summary>
public sealed record WebhookSettings
{
    public const int MaxWebhooks = 50;
    public const int MaxName = 80;
    public const int MaxUrl = 500;

    /// <summary>How many deliveries may wait for one webhook before it is paused.</summary>
    public const int MaxWaiting = 10_000;

    /// <summary>How much of an answer is kept, in characters.</summary>
    public const int MaxSays = 1_000;

    /// <summary>Whether plain HTTP will do.</summary>
    public bool AllowHttp { get; init; }

    /// <summary>Whether private networks are reached: 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10, fc00::/7. This machine and what is link-local are not.</summary>
    public bool AllowPrivateNetworks { get; init; }

    /// <summary>Names and addresses that are reached wherever they lead.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Where people reach the application, without a slash at the end; empty: messages name addresses from the root on.</summary>
    public string PublicAddress { get; init; } = "";

    /// <summary>How long a receiver may take, all in all.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);
}
