using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Explaining;

/// <summary>All that can be said about what the playbook makes of some answers, in the playbook's words.</summary>
/// <param name="Decision">What it makes of them.</param>
/// <param name="Because">Why this strategy: the sentence of the row that decides; null while several rows could.</param>
/// <param name="Losing">Why not each other one, and what would have to change for it; in the playbook's order.</param>
/// <param name="Carrying">The answers that carry the decision, in the playbook's order; a reviewer looks at these first.</param>
/// <param name="Next">The question that is expected to narrow the outcome most; null once nothing more needs to be asked.</param>
/// <param name="InShort">Three plain sentences for somebody who reads them aloud.</param>
public sealed record Explanation(
    Decision Decision,
    string? Because,
    IReadOnlyList<LosingStrategy> Losing,
    IReadOnlyList<CarryingLine> Carrying,
    PlaybookQuestion? Next,
    IReadOnlyList<string> InShort)
{
    /// <exception cref="ArgumentException">The answers are not valid for this playbook.</exception>
    public static Explanation Of(Playbook playbook, AnswerSet answers)
    {
        var decision = playbook.Rules.Decide(answers);
        var because = decision.Rule is { } rule ? playbook.Row(rule.Id).Because : null;
        var next = QuickCheck.Of(playbook, answers).Best;
        var losing = LosingStrategy.All(playbook, answers);
        var carrying = CarryingLine.All(playbook, answers);
        return new Explanation(decision, because, losing, carrying, next, Explaining.InShort.Of(playbook, decision, losing, carrying, next));
    }
}
