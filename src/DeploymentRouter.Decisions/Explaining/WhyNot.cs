using DeploymentRouter.Decisions.Compiling;
using DeploymentRouter.Decisions.Deciding;
using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Explaining;

/// <summary>Says why outcomes are ruled out: the answers that alone do it, and the sentences that say it under those answers.</summary>
internal sealed class WhyNot(RuleSetDefinition definition, CompiledRules rules, Decider decider, FormulaReader formulas)
{
    private readonly Culprits culprits = new(definition, rules, decider, formulas);

    public IReadOnlyList<RuledOut> Explain(int[] given) =>
    [
        .. definition.Outcomes
            .Select(outcome => (Outcome: outcome, Rank: rules.RankOf(outcome)))
            .Where(pair => !decider.CanReach(pair.Rank, given))
            .Select(pair => Explain(pair.Outcome, pair.Rank, given)),
    ];

    private RuledOut Explain(string outcome, int rank, int[] given)
    {
        var alone = culprits.Of(rank, given);
        var causes = new Causes(definition, rules, formulas, alone);
        var reasons = new Reasons(causes);
        foreach (var (row, rule) in definition.Rules.Index().Where(pair => pair.Item.Outcome == outcome))
        {
            if (causes.Verdict(rule.When) == false)
                reasons.Explain(rule.When, holds: false);
            else
                ExplainHidden(row, causes, reasons);
        }
        // When these answers settle which row decides, that row's sentence is the whole answer.
        if (decider.RowsPossible(alone) is [var only])
            reasons.AddRow(only);
        var blamed = Blamed(alone);
        if (reasons.IsEmpty)
            reasons.AddAnswers(blamed);
        if (reasons.IsEmpty)
            AddRows(decider.RowsPossible(given), reasons);
        return new RuledOut(outcome, [.. blamed.Select(question => question.Id)], reasons.InOrder());
    }

    // The row may hold, but then rows above it always decide.
    private void ExplainHidden(int row, Causes causes, Reasons reasons)
    {
        var root = formulas.RootOf(definition.Rules[row].When)!.Value;
        var above = CompetingRows.Where(rules, root, causes.Given)?.Select(other => definition.Rules[other])
            ?? decider.RowsPossible(causes.Given).TakeWhile(other => other != definition.Rules[row]);
        foreach (var rule in above)
        {
            if (causes.Verdict(rule.When) == true)
                reasons.Explain(rule.When, holds: true);
            reasons.AddRow(rule);
        }
    }

    private static void AddRows(IEnumerable<Rule> rows, Reasons reasons)
    {
        foreach (var row in rows)
            reasons.AddRow(row);
    }

    private Question[] Blamed(int[] given) =>
    [
        .. rules.Code.Questions.Where((_, level) => given[level] != AnswerCode.Open)
            .OrderBy(question => question.Id, StringComparer.Ordinal),
    ];
}
