using DeploymentRouter.Decisions.Diagrams;
using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Proving;

/// <summary>Every combination of answers has a row.</summary>
internal static class CoverageCheck
{
    public static void Run(ProofBench proof)
    {
        if (Paths.Shortest(proof.Nodes, proof.Rows, end => end == DiagramBuilder.None) is not { } way)
            return;
        var suggested = new Rule(UnusedId(proof.Definition), WhenOf(proof, way), OutcomeFor(proof.Definition), "");
        proof.Findings.Add(new(
            FindingKind.Uncovered, "rules", $"No row holds when {proof.Examples.Words(way)}.", proof.Examples.Case(way), [], suggested));
    }

    // Where the first row decides, a last row that always holds closes every gap. Rows that must not overlap take one piece.
    private static Formula WhenOf(ProofBench proof, int[] way) =>
        proof.Definition.HitPolicy == HitPolicy.First ? Formula.Always : PieceAround(proof, way);

    /// <summary>The formula of the piece of the gap around a way: the answers at which the diagram branches alike.</summary>
    private static Formula PieceAround(ProofBench proof, int[] way)
    {
        var code = proof.Bench.Code;
        var parts = new List<Formula>();
        for (var node = proof.Rows; node >= 0;)
        {
            var level = proof.Nodes.LevelOf(node);
            var children = proof.Nodes.ChildrenOf(node).ToArray();
            var next = children[way[level]];
            parts.Add(code.Classes[level].Describe(code.Questions[level].Id, Array.ConvertAll(children, child => child == next)));
            node = next;
        }
        return parts.Count == 1 ? parts[0] : new AllOf(parts);
    }

    // Most likely the row of an outcome that has none was lost; else the last row is the nearest thing to an "otherwise".
    private static string OutcomeFor(RuleSetDefinition definition)
    {
        var rowless = definition.Outcomes.Except(definition.Rules.Select(rule => rule.Outcome), StringComparer.Ordinal).ToList();
        return rowless.Count == 1 ? rowless[0] : definition.Rules[^1].Outcome;
    }

    private static string UnusedId(RuleSetDefinition definition)
    {
        var used = definition.Rules.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, used.Count + 1).Select(i => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"new-{i}"))
            .First(id => !used.Contains(id));
    }
}
