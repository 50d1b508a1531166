using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Persistence.Webhooks;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.Features.Requests;

namespace DeploymentRouter.Web.Features.Webhooks;

/// <summary>What is said of webhooks and their deliveries.</summary>
public static class WebhookWords
{
    /// <summary>How deliveries are filtered: all, or those in one state, as the address names it.</summary>
    public static IReadOnlyList<(string? Id, string Label)> Filters { get; } = [(null, "All"), ("waiting", "Waiting"), ("delivered", "Delivered"), ("given-up", "Given up")];

    public static (StateKind Kind, string Text) State(WebhookLine line) => line.State switch
    {
        WebhookState.Paused when line.PausedWhy is not null => (StateKind.Refused, "Paused by itself"),
        WebhookState.Paused => (StateKind.CannotStart, "Paused"),
        WebhookState.Failing => (StateKind.NeedsYou, "Failing"),
        WebhookState.Healthy => (StateKind.Done, "Healthy"),
        _ => (StateKind.NotStarted, "Nothing sent yet"),
    };

    public static (StateKind Kind, string Text) State(DeliveryLine line) => line.State switch
    {
        DeliveryState.Delivered => (StateKind.Done, "Delivered"),
        DeliveryState.GivenUp => (StateKind.Refused, line.Type is WebhookEvents.Ping ? "Failed" : "Given up"),
        _ when line.Attempts > 0 => (StateKind.NeedsYou, "Tried again later"),
        _ => (StateKind.InProgress, "Waiting"),
    };

    /// <summary>What it takes, in a few words.</summary>
    public static string Takes(WebhookLine line, Playbook playbook)
    {
        var what = line.Events.Count switch
        {
            0 => "Everything",
            <= 3 => string.Join(", ", line.Events),
            var count => $"{count} types of events",
        };
        var team = playbook.Teams.FirstOrDefault(one => one.Id == line.TeamId)?.Name ?? line.TeamId;
        var strategy = playbook.Strategies.FirstOrDefault(one => one.Id == line.StrategyId)?.Name ?? line.StrategyId;
        return string.Join(", ", new[] { what, team is null ? null : $"while {team} has it", strategy is null ? null : $"for {strategy} only" }.OfType<string>());
    }

    /// <summary>"3 waiting"; null: nothing waits.</summary>
    public static string? Waiting(WebhookLine line) => line.Waiting == 0 ? null : $"{line.Waiting:N0} waiting";

    public static string Area(string area) => area switch
    {
        "request" => "Requests",
        "operation" => "Operations",
        "reading" => "Growth readings",
        "file" => "Files and links",
        _ => area,
    };

    /// <summary>"2 tries".</summary>
    public static string Tries(DeliveryLine line) => Named.Count(line.Attempts, "try", "tries");
}
