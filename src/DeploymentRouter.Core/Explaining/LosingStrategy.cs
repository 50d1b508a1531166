using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Explaining;

/// <summary>A strategy that the answers rule out.</summary>
/// <param name="Because">Why, as a clause that can follow "because".</param>
/// <param name="AnswerIds">The answers that alone do it.</param>
/// <param name="Ways">What would have to change, cheapest first; empty: no change of changeable answers leads there.</param>
/// <param name="HasMoreWays">There may be more of them than are listed.</param>
public sealed record LosingStrategy(
    Strategy Strategy, IReadOnlyList<SentencePart> Because, IReadOnlyList<string> AnswerIds, IReadOnlyList<Way> Ways, bool HasMoreWays)
{
    /// <summary>The cheapest way there in one sentence, or that there is none.</summary>
    public string WhatWouldChangeIt =>
        Ways.Count > 0 ? Ways[0].Sentence : $"No change of changeable answers leads to {Strategy.ShortName}.";

    /// <summary>Every strategy that is out, in the playbook's order.</summary>
    public static IReadOnlyList<LosingStrategy> All(Playbook playbook, AnswerSet answers)
    {
        var outOfReach = playbook.Rules.Counterfactuals(answers).ToDictionary(one => one.Outcome, StringComparer.Ordinal);
        return
        [
            .. playbook.Rules.WhyNot(answers).Select(ruledOut => new LosingStrategy(
                playbook.Strategy(ruledOut.Outcome),
                Wording.SayAll(playbook, ruledOut.Reasons, answers),
                ruledOut.Answers,
                [.. outOfReach[ruledOut.Outcome].Ways.Select(way => Way.Of(playbook, ruledOut.Outcome, way))],
                outOfReach[ruledOut.Outcome].More)),
        ];
    }
}
