using System.Text.Json;
using DeploymentRouter.Persistence.Schema;

namespace DeploymentRouter.Web.Api.Webhooks;

/// <summary>The states of deliveries as addresses name them.</summary>
public static class DeliveryStates
{
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetNames<DeliveryState>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    /// <summary>Null: none is named.</summary>
    public static DeliveryState? Of(string? name) =>
        Enum.GetValues<DeliveryState>().Cast<DeliveryState?>().FirstOrDefault(state => JsonNamingPolicy.KebabCaseLower.ConvertName(state!.Value.ToString()) == name);
}
