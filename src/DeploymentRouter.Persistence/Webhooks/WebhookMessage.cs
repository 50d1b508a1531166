using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Schema;

namespace DeploymentRouter.Persistence.Webhooks;

/// <summary>The message of an event: that something happened, and where to read it. What is in it depends on nobody's rights, so nothing of worth is.</summary>
/// <param name="Id">The same at each try, and to every receiver.</param>
/// <param name="Type">What has happened.</param>
/// <param name="Timestamp">When, UTC.</param>
public sealed partial record WebhookMessage(string Id, string Type, DateTime Timestamp, WebhookMessage.Content Data)
{
    /// <param name="By">The identifier of whoever acted; null: a test.</param>
    /// <param name="Request">Null: a test.</param>
    public sealed record Content(string? By, AboutRequest? Request);

    /// <summary>The request after the whole act.</summary>
    /// <param name="Reference">How people write its number.</param>
    /// <param name="Version">What its ETag begins with.</param>
    /// <param name="Entry">The number of the entry in its history.</param>
    /// <param name="Strategy">Null: undecided.</param>
    /// <param name="Team">Who has the ball; null: nobody any more.</param>
    /// <param name="Page">Its page in the application.</param>
    /// <param name="Api">Its address in the API.</param>
    public sealed record AboutRequest(Guid Id, int Number, string Reference, int Version, int Entry, string? Strategy, string? Stage, string? Team, string Page, string Api);

    public static string Write(WebhookDeliveryRow row, string publicAddress) => JsonSerializer.Serialize(Of(row, publicAddress), MessageJson.Default.WebhookMessage);

    private static WebhookMessage Of(WebhookDeliveryRow row, string at) => new(
        row.EventId, row.Type, row.At, row.RequestId is not { } id ? new Content(null, null) : new Content(row.ById, About(id, row, at)));

    private static AboutRequest About(Guid id, WebhookDeliveryRow row, string at)
    {
        var number = row.RequestNumber.ToString(CultureInfo.InvariantCulture);
        return new AboutRequest(
            id, row.RequestNumber, RequestNumber.Text(row.RequestNumber), row.Version, row.Entry, row.StrategyId, row.StageId, row.TeamId,
            $"{at}/requests/{number}", $"{at}/api/v1/requests/{number}");
    }

    [JsonSerializable(typeof(WebhookMessage))]
    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    private sealed partial class MessageJson : JsonSerializerContext;
}
