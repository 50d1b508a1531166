using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Web.Api.Deciding;

/// <summary>What the playbook makes of some answers.</summary>
/// <param name="Possible">Strategies still possible; one: decided.</param>
/// <param name="Open">Open questions on which it depends.</param>
/// <param name="Strategy">Null while undecided.</param>
/// <param name="Rule">The row that decides; null while undecided or while several compete.</param>
/// <param name="Because">Its sentence.</param>
/// <param name="PlaybookHash">SHA-256 of the playbook's YAML.</param>
internal sealed record DecisionJson(
    IReadOnlyList<string> Possible, IReadOnlyList<string> Open, string? Strategy, string? Rule, string? Because, string Playbook, int PlaybookVersion, string PlaybookHash)
{
    public static DecisionJson Of(Playbook playbook, Decision decision) => new(
        [.. decision.Possible], [.. decision.Open.Select(question => question.Id)], decision.Outcome, decision.Rule?.Id, decision.Rule?.Because,
        playbook.Name, playbook.Version, playbook.Hash);
}

/// <param name="Explanation">Why, why not the others, and what would change it.</param>
internal sealed record ExplainedJson(DecisionJson Decision, ExplanationJson Explanation);

/// <param name="Decisions">In the order of the cases.</param>
internal sealed record BatchJson(IReadOnlyList<BatchLineJson> Decisions);

/// <param name="Id">That of the case.</param>
/// <param name="Error">Why the answers cannot be read; null: they were.</param>
internal sealed record BatchLineJson(string Id, DecisionJson? Decision, string? Error);
