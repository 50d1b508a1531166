using DeploymentRouter.Decisions.Compiling;
using DeploymentRouter.Decisions.Deciding;
using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Explaining;

/// <summary>Says why outcomes are ruled out: the answers that alone do it, and the sentences that say it.</summary>
internal sealed class WhyNot(RuleSetDefinition definition, CompiledRules rules, Decider decider, FormulaReader formulas)
{
    private readonly Culprits culprits = new(definition, rules, decider);

    public IReadOnlyList<RuledOut> Explain(int[] given)
    {
        OpenUnasked(given);
        return
        [
            .. definition.Outcomes
                .Where(outcome => !decider.CanReach(rules.RankOf(outcome), given))
                .Select(outcome => Explain(outcome, given)),
        ];
    }

    // Answers to questions that are not asked influence nothing, and must not be blamed.
    private void OpenUnasked(int[] given)
    {
        var unasked = Enumerable.Range(0, given.Length).Where(level => formulas.Evaluate(rules.AskedRoots[level], given) == false).ToList();
        unasked.ForEach(level => given[level] = AnswerCode.Open);
    }

    private RuledOut Explain(string outcome, int[] given)
    {
        var alone = culprits.Of(rules.RankOf(outcome), given);
        var reasons = new ReasonList();
        var all = new Explainer(new Causes(definition, rules, formulas, given), null, reasons);
        var few = new Explainer(new Causes(definition, rules, formulas, alone), all, reasons);
        foreach (var (row, rule) in definition.Rules.Index().Where(pair => pair.Item.Outcome == outcome))
        {
            if (few.Causes.Verdict(rule.When) == false)
                few.Explain(rule.When, holds: false);
            else
                ExplainHidden(row, few, all, reasons);
        }
        AddDecidingRows(alone, given, reasons);
        return new RuledOut(outcome, Blamed(alone), reasons.InOrder());
    }

    // The row may hold, but then rows above it always decide. Which ones is said of all the answers: with the few,
    // rows would be named that other answers have ruled out.
    private void ExplainHidden(int row, Explainer few, Explainer all, ReasonList reasons)
    {
        var when = definition.Rules[row].When;
        if (all.Causes.Verdict(when) == false)
            all.Explain(when, holds: false);
        foreach (var rule in RowsAbove(row, all.Causes.Given))
        {
            if (few.Causes.Verdict(rule.When) == true)
                few.Explain(rule.When, holds: true);
            else if (all.Causes.Verdict(rule.When) == true)
                all.Explain(rule.When, holds: true);
            reasons.AddRow(rule);
        }
    }

    private IEnumerable<Rule> RowsAbove(int row, int[] given)
    {
        var root = formulas.RootOf(definition.Rules[row].When)!.Value;
        return CompetingRows.Where(rules, root, given)?.Select(other => definition.Rules[other])
            ?? decider.RowsPossible(given).TakeWhile(other => other != definition.Rules[row]);
    }

    // Where the few answers settle the outcome, the row that decides says best why it is not another one.
    private void AddDecidingRows(int[] alone, int[] given, ReasonList reasons)
    {
        var rows = decider.RowsPossible(given);
        var settled = decider.RowsPossible(alone).DistinctBy(row => row.Outcome, StringComparer.Ordinal).Count() == 1;
        if (reasons.IsEmpty || (settled && rows.Length == 1))
            Array.ForEach(rows, reasons.AddRow);
    }

    private string[] Blamed(int[] given) =>
    [
        .. rules.Code.Questions.Where((_, level) => given[level] != AnswerCode.Open)
            .Select(question => question.Id).Order(StringComparer.Ordinal),
    ];
}
