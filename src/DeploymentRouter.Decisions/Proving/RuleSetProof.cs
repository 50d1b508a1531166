using System.Numerics;
using DeploymentRouter.Decisions.Checking;
using DeploymentRouter.Decisions.Comparing;
using DeploymentRouter.Decisions.Compiling;
using DeploymentRouter.Decisions.Diagrams;
using DeploymentRouter.Decisions.Encoding;
using DeploymentRouter.Decisions.Proving;
using DeploymentRouter.Decisions.Proving.Boxes;
using DeploymentRouter.Decisions.Proving.Laws;

namespace DeploymentRouter.Decisions;

/// <summary>
/// Proves that every combination of answers has an outcome, and only one; that every row, condition, question and outcome can
/// matter; and that the owner's laws hold. Unlike <see cref="RuleSet"/> it takes rules with gaps, to say what is missing.
/// Exact: what a ceiling of <see cref="RuleSetLimits"/> cuts short is reported as not proven.
/// </summary>
public static class RuleSetProof
{
    /// <param name="definition">Need not be sound, not even complete.</param>
    /// <param name="laws">The owner's laws; null: none.</param>
    public static ProofReport Run(RuleSetDefinition definition, IReadOnlyList<Law>? laws = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        laws ??= [];
        var faults = DefinitionCheck.Run(definition);
        if (faults.Count == 0)
            LawCheck.Run(definition, laws, faults);
        if (faults.Count > 0)
            return new ProofReport(faults, [], []);
        var order = References.InOrder(definition, faults);
        var formulas = laws.Select(LawCheck.FormulaOf).OfType<Formula>();
        if (faults.Count > 0 || CodeFactory.Make(definition, formulas, faults) is not { } code)
            return new ProofReport(faults, [], []);
        return Run(definition, laws, order, code);
    }

    /// <summary>What keeps the laws from being understood, without proving anything; empty also while the definition has faults of its own.</summary>
    public static IReadOnlyList<Fault> Check(RuleSetDefinition definition, IReadOnlyList<Law> laws)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(laws);
        var faults = new List<Fault>();
        if (DefinitionCheck.Run(definition).Count == 0)
            LawCheck.Run(definition, laws, faults);
        return faults;
    }

    private static ProofReport Run(RuleSetDefinition definition, IReadOnlyList<Law> laws, IReadOnlyList<object> order, AnswerCode code)
    {
        var bench = new Workbench(definition, order, code, new DiagramBuilder(code.Arities()));
        var findings = new List<Finding>();
        var regions = new Regions(bench.Builder.Nodes, code);
        BoxProof? boxes = null;
        try
        {
            bench.Define();
            // Boxes are quick and need no diagram, but they say less, and nothing about laws.
            boxes = BoxProof.Try(definition, bench);
            if (boxes is { IsComplete: true, Findings.Count: 0 } && laws.Count == 0)
                return new ProofReport([], [], []) { Combinations = regions.All, Shares = boxes.Shares };
            var proof = new ProofBench(definition, order, bench, findings, laws);
            // Causes before what follows from them.
            Try(findings, "questions", () => QuestionCheck.Run(proof));
            Try(findings, "conditions", () => ConditionCheck.Run(proof));
            Try(findings, "rules", () => CoverageCheck.Run(proof));
            Try(findings, "rules", () => OverlapCheck.Run(proof));
            Try(findings, "rules", () => RowCheck.Run(proof));
            return new ProofReport([], findings, LawCourt.JudgeAll(proof, laws))
            {
                Combinations = regions.All,
                Shares = SharesOf(definition, regions.CountOf(proof.Rows)),
            };
        }
        catch (DiagramTooLargeException tooLarge)
        {
            var notProven = new Finding(FindingKind.NotProven, bench.Where, tooLarge.Message, null, []);
            return new ProofReport(
                [], [.. boxes?.Findings ?? [], .. boxes?.IsComplete == true ? (Finding[])[] : [notProven]],
                [.. laws.Select(law => LawJudge.NotProven(law, tooLarge.Message))])
            {
                Combinations = regions.All,
                Shares = boxes?.IsComplete == true ? boxes.Shares : [],
            };
        }
    }

    private static List<RowShare> SharesOf(RuleSetDefinition definition, Dictionary<int, BigInteger> counts) =>
        [.. definition.Rules.Select((rule, row) => new RowShare(rule.Id, counts.GetValueOrDefault(DiagramBuilder.Terminal(row))))];

    private static void Try(List<Finding> findings, string where, Action check)
    {
        try
        {
            check();
        }
        catch (DiagramTooLargeException tooLarge)
        {
            findings.Add(new(FindingKind.NotProven, where, tooLarge.Message, null, []));
        }
    }
}
