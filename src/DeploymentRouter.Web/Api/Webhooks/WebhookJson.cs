using System.Text.Json;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Persistence.Webhooks;

namespace DeploymentRouter.Web.Api.Webhooks;

/// <summary>A webhook, without its secret. Times are UTC.</summary>
/// <param name="Events">The types of events it takes; empty: every one, also those that come later.</param>
/// <param name="Team">Only what this team has then; null: whoever has it.</param>
/// <param name="Strategy">Only requests of this strategy; null: all.</param>
/// <param name="PausedWhy">Why it was paused by itself; null: a person paused it, or nobody.</param>
/// <param name="FailingSince">When the first try failed since one succeeded; null: the last one succeeded.</param>
/// <param name="FormerSecretUntil">Until when the secret before signs too.</param>
/// <param name="Waiting">How many deliveries are still to be sent.</param>
internal sealed record WebhookJson(
    Guid Id,
    string Name,
    string Url,
    IReadOnlyList<string> Events,
    string? Team,
    string? Strategy,
    WebhookState State,
    DateTime? PausedAt,
    string? PausedWhy,
    DateTime? FailingSince,
    DateTime? DeliveredAt,
    DateTime? FormerSecretUntil,
    int Waiting,
    string MadeBy,
    DateTime MadeAt)
{
    public static WebhookJson Of(WebhookLine line) => new(
        line.Id, line.Name, line.Url, line.Events, line.TeamId, line.StrategyId, line.State, line.PausedAt, line.PausedWhy, line.FailingSince,
        line.DeliveredAt, line.FormerUntil, line.Waiting, line.CreatedByName, line.CreatedAt);
}

/// <param name="Items">By name.</param>
internal sealed record WebhooksJson(IReadOnlyList<WebhookJson> Items);

/// <param name="Name">Who is told.</param>
/// <param name="Url">https, without name and password; it must lead to the internet unless the installation allows more.</param>
/// <param name="Events">The types it takes; empty or left out: every one.</param>
/// <param name="Team">Only what this team has then.</param>
/// <param name="Strategy">Only requests of this strategy.</param>
internal sealed record WebhookBody(string Name, string Url, IReadOnlyList<string>? Events = null, string? Team = null, string? Strategy = null)
{
    public WebhookWish Wish => new(Name, Url, Events ?? [], Team, Strategy);
}

/// <param name="Secret">whsec_ and 256 bits in base64, by which signatures are checked. Shown this once.</param>
internal sealed record NewWebhookJson(string Secret, WebhookJson Webhook);

/// <param name="Items">Requests first.</param>
internal sealed record WebhookEventsJson(IReadOnlyList<WebhookEventJson> Items);

/// <param name="Says">What has happened then.</param>
internal sealed record WebhookEventJson(string Type, string Says);

/// <summary>One event for one webhook.</summary>
/// <param name="Request">The request's number; null: a test.</param>
/// <param name="NextAt">When it is tried next; null: never again.</param>
/// <param name="Status">What the last try was answered; null: nothing came, or it was not tried.</param>
/// <param name="Says">Why the last try failed, or how the answer began.</param>
/// <param name="Message">What is sent: id, type, timestamp, and data with the request and by whom. docs/webhooks.md says what each means.</param>
internal sealed record DeliveryJson(
    long Id,
    string EventId,
    string Type,
    DateTime At,
    int? Request,
    DeliveryState State,
    int Attempts,
    DateTime? NextAt,
    DateTime? TriedAt,
    int? Status,
    string? Says,
    JsonElement Message)
{
    public static DeliveryJson Of(DeliveryLine line) => new(
        line.Id, line.EventId, line.Type, line.At, line.RequestNumber, line.State, line.Attempts, line.NextAt, line.TriedAt, line.Status, line.Says,
        JsonElement.Parse(line.Body));
}

/// <param name="Items">The newest first.</param>
/// <param name="Next">The address of the page after it; null: it is the last one.</param>
internal sealed record DeliveriesJson(IReadOnlyList<DeliveryJson> Items, string? Next);
