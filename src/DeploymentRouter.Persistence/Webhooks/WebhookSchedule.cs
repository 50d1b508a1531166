namespace DeploymentRouter.Persistence.Webhooks;

/// <summary>When what failed is tried again: soon at first, then ever more seldom, for three days.</summary>
public static class WebhookSchedule
{
    /// <summary>For so many tries those behind it wait, so that a short pause of the receiver changes no order. Then it steps aside.</summary>
    public const int TriesInOrder = 3;

    /// <summary>After so long without a single success nobody is told there any more.</summary>
    public static readonly TimeSpan PausedAfter = TimeSpan.FromDays(5);

    /// <summary>A failure that lasts longer was the receiver's, not one message's: once it is over, all that waits is due.</summary>
    public static readonly TimeSpan Outage = TimeSpan.FromMinutes(5);

    /// <summary>No receiver puts it off longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private const double Jitter = 0.2;

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    /// <summary>How often it is tried in all.</summary>
    public static int Tries => Waits.Length + 1;

    /// <summary>How long to wait after so many failed tries; null: it is given up.</summary>
    /// <param name="attempts">From 1.</param>
    /// <param name="chance">0 to 1: up to a fifth is added, so that what failed together does not come back together.</param>
    public static TimeSpan? After(int attempts, double chance) => attempts <= Waits.Length ? Waits[attempts - 1] * (1 + (Jitter * chance)) : null;
}
