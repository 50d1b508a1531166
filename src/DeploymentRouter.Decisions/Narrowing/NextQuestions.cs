using DeploymentRouter.Decisions.Compiling;
using DeploymentRouter.Decisions.Deciding;
using DeploymentRouter.Decisions.Diagrams;

namespace DeploymentRouter.Decisions.Narrowing;

/// <summary>Ranks the questions that can be asked now by how far each is expected to narrow the outcome.</summary>
internal sealed class NextQuestions(RuleSetDefinition definition, CompiledRules rules, Decider decider, FormulaReader formulas)
{
    // Far above what rounding adds up to, far below any difference that matters: equal questions stay in their order.
    private const double Tie = 1e-9;

    private readonly Dictionary<string, int> positions =
        definition.Questions.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);

    public IReadOnlyList<NextQuestion> Of(int[] given)
    {
        var askable = decider.Decide(given).Open
            .OrderBy(question => positions[question.Id])
            .Where(question => formulas.Evaluate(rules.AskedRoots[LevelOf(question)], given) == true)
            .ToArray();
        if (askable.Length == 0)
            return [];
        var weights = Weigh(given);
        var ranked = askable.Select(question => new NextQuestion(question, BitsLeft(weights, question))).ToList();
        return weights is null ? ranked : [.. ranked.OrderBy(next => Math.Round(next.BitsLeft!.Value / Tie))];
    }

    private double? BitsLeft(OutcomeWeights? weights, Question question) =>
        weights?.BitsLeft(LevelOf(question), rules.Code.Classes[LevelOf(question)].Count);

    private OutcomeWeights? Weigh(int[] given)
    {
        var diagram = rules.Outcomes.Diagram;
        var marks = new ulong[Bits.Words(diagram.Count)];
        var outcomes = new ulong[Bits.Words(rules.OutcomesByRank.Length)];
        new Sweep(diagram, given, marks).ReachFrom(rules.Outcomes.Root, outcomes);
        var nodes = Bits.Listed(marks);
        var edges = nodes.Sum(node => (long)diagram.ChildrenOf(node).Length);
        return edges * Bits.Count(outcomes) > ExplanationLimits.MaxWeighings
            ? null
            : new OutcomeWeights(diagram, given, nodes, Bits.Listed(outcomes));
    }

    private int LevelOf(Question question) => rules.Code.LevelOf(question.Id)!.Value;
}
