using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Requests;

namespace DeploymentRouter.Web.Features.Requests.Listing;

/// <summary>What can be chosen in each filter of the list, in the playbook's order; the first of each means any.</summary>
public static class ListChoices
{
    public static IReadOnlyList<(string Id, string Label)> Strategies(Playbook playbook) =>
        [("", "Any"), .. playbook.Strategies.Select(s => (s.Id, s.ShortName)), (RequestFilter.Undecided, "Needs information")];

    public static IReadOnlyList<(string Id, string Label)> Teams(Playbook playbook) => [("", "Any"), .. playbook.Teams.Select(t => (t.Id, t.Name))];

    /// <summary>Stages with equal ids are the same kind of work, whatever strategy they belong to.</summary>
    public static IReadOnlyList<(string Id, string Label)> Stages(Playbook playbook) =>
    [
        ("", "Any"),
        .. new[] { playbook.CommonStages.Answers }
            .Concat(playbook.Strategies.SelectMany(s => s.Stages))
            .Append(playbook.CommonStages.AfterDecline)
            .DistinctBy(stage => stage.Id, StringComparer.Ordinal)
            .Select(stage => (stage.Id, stage.Name)),
    ];
}
