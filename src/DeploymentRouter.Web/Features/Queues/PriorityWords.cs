using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Queues;

namespace DeploymentRouter.Web.Features.Queues;

/// <summary>A part of a priority in words: each fact, its points, and where it was said.</summary>
public static class PriorityWords
{
    /// <returns>For example "12,400 users 8, from the answers; 2 complexity flags 2, from the form".</returns>
    public static string For(PriorityPart part) => part.Items.Count == 0
        ? "Nothing"
        : string.Join("; ", part.Items.GroupBy(item => item.Source).Select(said => $"{Wording.AndList(said.Select(item => FormattableString.Invariant($"{item.Fact} {item.Points}")))}, {Said(said.Key)}"));

    private static string Said(PrioritySource source) => source switch
    {
        PrioritySource.Customer => "from the customer’s facts",
        PrioritySource.Answers => "from the answers",
        PrioritySource.Form => "from the form",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, null),
    };
}
