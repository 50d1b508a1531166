using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Explaining;

/// <summary>A smallest set of changed answers that brings a strategy back into reach.</summary>
/// <param name="Steps">All of them are needed; never empty.</param>
/// <param name="Cost">What the steps cost together, see <see cref="ChangeCost"/>.</param>
/// <param name="StillOpen">Ids of the questions it would then still depend on; empty: it would be certain.</param>
/// <param name="Sentence">For example "Cloud becomes possible if the Cloud team’s verdict is “Supported”."</param>
public sealed record Way(IReadOnlyList<WayStep> Steps, int Cost, IReadOnlyList<string> StillOpen, string Sentence)
{
    public static Way Of(Playbook playbook, string strategyId, Counterfactual way)
    {
        List<WayStep> steps = [.. way.Changes.Select(change => WayStep.Of(playbook, change))];
        var then = $"{playbook.Strategy(strategyId).ShortName} becomes possible if {Clauses.And([.. steps.Select(step => step.Clause)])}.";
        return new Way(steps, way.Cost, [.. way.StillOpen.Select(question => question.Id)], then);
    }
}

/// <summary>One answer that would have to be another.</summary>
/// <param name="By">Who could change it; never nobody.</param>
/// <param name="From">The answer now.</param>
/// <param name="To">The nearest answer that would do.</param>
/// <param name="Clause">All that would do, as a clause that can follow "if".</param>
public sealed record WayStep(string QuestionId, Changeability By, Answer From, Answer To, string Clause)
{
    public static WayStep Of(Playbook playbook, ChangedAnswer change) => new(
        change.Question.Id,
        change.Question.Changeability,
        change.From,
        change.To,
        WouldBe.Clause(playbook.Question(change.Question.Id), change.Becomes, change.To));
}
