using DeploymentRouter.Core.People;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Home;

/// <summary>A page somebody can start from, and the sentence that says why one would.</summary>
public sealed record Way(string Name, string Href, string Says)
{
    public static IReadOnlyList<Way> For(Person person)
    {
        var queue = person.TeamId is "" or "sales" ? new Way("Queues", "/queues", "What waits for each team.")
            : new Way("My queue", $"/queues/{person.TeamId}", $"What waits for {TeamLook.ShortName(person.TeamId)}, the most urgent first.");
        IEnumerable<Way> start = person.TeamId is "ce"
            ? [new Way("New request", "/requests/new", "Answer what you know about a customer; the strategy shows itself as you go."),
               new Way("Quick check", "/requests/new/quick-check", "One question at a time, the most telling first, until the strategy is settled. Nothing is filed.")]
            : [];
        return
        [
            .. start,
            queue,
            new Way("My work", "/my-work", "What waits for you, your drafts, and what you follow."),
            new Way("Requests", "/requests", "Every account: its strategy, who holds it, since when and until when."),
            new Way("Playbook", "/playbook", "The questions, rows and stages that decide all of this."),
        ];
    }
}
