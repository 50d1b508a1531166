using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Web.DemoData;

/// <summary>What invented colleagues write to each other.</summary>
internal static class DemoComments
{
    private static readonly string[] Anywhere =
    [
        "Spoke with their platform lead; nothing stands in the way this week.",
        "The steering group meets on Thursday. I will report after it.",
        "They asked for a date again. I gave the one in the clock.",
        "Their network team opens the ports tomorrow morning.",
    ];

    private static readonly string[] OnKubernetes =
    [
        "Search latency is 1.9 s at the 95th percentile, we want 1.2 s. I will resize the indexers on Tuesday.",
        "All repositories are synced. Load test runs overnight.",
        "Their cluster autoscaler is capped; a ticket is open with them.",
    ];

    public static string About(Stage stage, Random random)
    {
        var choice = stage.Id == "kubernetes_deployment" ? OnKubernetes : Anywhere;
        return choice[random.Next(choice.Length)];
    }
}
