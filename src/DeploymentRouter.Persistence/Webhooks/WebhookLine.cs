using DeploymentRouter.Persistence.Schema;

namespace DeploymentRouter.Persistence.Webhooks;

/// <summary>A webhook as somebody wants it.</summary>
/// <param name="Events">The types it takes; empty: every one, also those that later versions know.</param>
/// <param name="TeamId">Only what this team has then; null: whoever has it.</param>
/// <param name="StrategyId">Only requests of this strategy; null: all.</param>
public sealed record WebhookWish(string Name, string Url, IReadOnlyCollection<string> Events, string? TeamId = null, string? StrategyId = null);

/// <summary>How a webhook fares.</summary>
public enum WebhookState
{
    /// <summary>Nothing was sent yet.</summary>
    New,

    /// <summary>The last try succeeded.</summary>
    Healthy,

    /// <summary>The last try failed; it is tried again.</summary>
    Failing,

    /// <summary>It is told nothing.</summary>
    Paused,
}

/// <summary>A webhook as administrators read it: everything but its secret.</summary>
/// <param name="PausedWhy">Why it was paused by itself; null: a person paused it, or nobody.</param>
/// <param name="FailingSince">When the first try failed since one succeeded.</param>
/// <param name="FormerUntil">Until when the secret before the last rotation signs too; null: it does not.</param>
/// <param name="Waiting">How many deliveries are still to be sent.</param>
public sealed record WebhookLine(
    Guid Id,
    string Name,
    string Url,
    IReadOnlyList<string> Events,
    string? TeamId,
    string? StrategyId,
    WebhookState State,
    DateTime? PausedAt,
    string? PausedWhy,
    DateTime? FailingSince,
    DateTime? DeliveredAt,
    DateTime? FormerUntil,
    int Waiting,
    string CreatedByName,
    DateTime CreatedAt,
    int Version)
{
    /// <summary>Where it goes, without what the address may give away.</summary>
    public string Host => new Uri(Url).IdnHost;

    internal static WebhookLine Of(WebhookRow row, int waiting, DateTime now) => new(
        row.Id, row.Name, row.Url, row.Events.Length == 0 ? [] : row.Events.Split(' '), row.TeamId, row.StrategyId, StateOf(row),
        row.PausedAt, row.PausedWhy, row.FailingSince, row.DeliveredAt, row.FormerUntil > now ? row.FormerUntil : null, waiting,
        row.CreatedByName, row.CreatedAt, row.Version);

    private static WebhookState StateOf(WebhookRow row) =>
        row.PausedAt is not null ? WebhookState.Paused
        : row.FailingSince is not null ? WebhookState.Failing
        : row.DeliveredAt is not null ? WebhookState.Healthy
        : WebhookState.New;
}

/// <summary>A webhook and its secret, which is told this once.</summary>
public sealed record NewWebhook(string Secret, WebhookLine Line)
{
    // Where it is written down by mistake, its secret is not.
    public override string ToString() => $"{nameof(NewWebhook)} {Line.Id}";
}

/// <summary>A delivery as administrators read it.</summary>
/// <param name="RequestNumber">Null: a test.</param>
/// <param name="NextAt">When it is tried next; null: never again.</param>
/// <param name="Status">What the last try was answered; null: nothing came, or it was not tried.</param>
/// <param name="Says">Why the last try failed, or how the answer began.</param>
/// <param name="Body">What is sent, byte for byte.</param>
public sealed record DeliveryLine(
    long Id,
    string EventId,
    string Type,
    DateTime At,
    int? RequestNumber,
    DeliveryState State,
    int Attempts,
    DateTime? NextAt,
    DateTime? TriedAt,
    int? Status,
    string? Says,
    string Body)
{
    internal static DeliveryLine Of(WebhookDeliveryRow row, string publicAddress) => new(
        row.Id, row.EventId, row.Type, row.At, row.RequestId is null ? null : row.RequestNumber, row.State, row.Attempts, row.NextAt, row.TriedAt, row.Status, row.Says,
        WebhookMessage.Write(row, publicAddress));
}

/// <summary>Deliveries, the newest first.</summary>
public sealed record DeliveryPage(IReadOnlyList<DeliveryLine> Items, bool HasOlder);
