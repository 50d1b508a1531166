using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Queues;

namespace DeploymentRouter.Web.Features.Queues;

/// <summary>One choice of a filter, as a link to the page it leads to.</summary>
public sealed record FilterOption(string Text, string Href, bool IsChosen);

/// <summary>The filters of a queue.</summary>
public static class FilterOptions
{
    public static IReadOnlyList<FilterOption> Teams(Playbook playbook, QueueAddress at) =>
    [
        .. playbook.Teams.Select(team => new FilterOption(team.FullName, new QueueAddress(team.Id).ToString(), team.Id == at.Team)),
        new FilterOption("All queues", "/queues", IsChosen: false),
    ];

    public static IReadOnlyList<FilterOption> Stages(Playbook playbook, QueueAddress at) =>
        Choices(at.Stage, stage => at with { Stage = stage, At = null },
            [(null, "any"), .. TeamStages.Of(playbook, at.Team).Select(stage => ((string?)stage.Id, stage.Name))]);

    /// <summary>Me first, if I am of the team.</summary>
    public static IReadOnlyList<FilterOption> Assignees(IReadOnlyList<Person> colleagues, Person me, QueueAddress at) =>
        Choices(at.Assignee, assignee => at with { Assignee = assignee, At = null },
        [
            (null, "anybody"),
            .. colleagues.Any(person => person.Id == me.Id) ? [(QueueAddress.Me, "me")] : ((string?, string)[])[],
            (QueueFilter.Nobody, "nobody"),
            .. colleagues.Where(person => person.Id != me.Id).Select(person => ((string?)person.Id, person.Name)),
        ]);

    public static IReadOnlyList<FilterOption> Holds(QueueAddress at) =>
        Choices(at.Hold, hold => at with { Hold = hold, At = null }, [(null, "shown"), ("hidden", "hidden"), ("only", "only these")]);

    private static List<FilterOption> Choices(string? chosen, Func<string?, QueueAddress> go, IEnumerable<(string? Value, string Text)> values) =>
        [.. values.Select(choice => new FilterOption(choice.Text, go(choice.Value).ToString(), string.Equals(choice.Value, chosen, StringComparison.Ordinal)))];
}
