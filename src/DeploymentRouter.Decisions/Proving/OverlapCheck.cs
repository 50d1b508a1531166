using DeploymentRouter.Decisions.Diagrams;

namespace DeploymentRouter.Decisions.Proving;

/// <summary>Under <see cref="HitPolicy.Unique"/> no two rows hold together.</summary>
internal static class OverlapCheck
{
    private const int MaxRest = 12;

    public static void Run(ProofBench proof)
    {
        if (proof.Definition.HitPolicy != HitPolicy.Unique)
            return;
        var found = 0;
        var rest = RestRow(proof);
        for (var second = 1; second < proof.Holds.Length; second++)
        {
            for (var first = 0; first < second; first++)
            {
                if (second == rest)
                    continue;
                if (proof.Builder.And(proof.Holds[first], proof.Holds[second]) is var both && both == DiagramBuilder.False)
                    continue;
                if (++found > RuleSetLimits.MaxOverlaps)
                    return;
                proof.Findings.Add(Overlap(proof.Definition, first, second, proof.Examples, proof.Examples.WayTo(both)!));
            }
        }
    }

    // A last row that is written to take the rest meets every other row: that is one mistake and not as many as there are rows.
    private static int? RestRow(ProofBench proof)
    {
        var row = proof.Holds.Length - 1;
        var rule = proof.Definition.Rules[row];
        var others = proof.RowNumbers.Where(other => other != row && proof.Holds[other] != DiagramBuilder.False).ToList();
        if (rule.When is not AllOf { Parts.Count: 0 } || others.Count == 0)
            return null;
        var first = proof.Definition.Rules[others[0]];
        var way = proof.Examples.WayTo(proof.Holds[others[0]])!;
        proof.Findings.Add(new(
            FindingKind.Overlap, $"rules.{rule.Id}",
            $"The row {rule.Id} always holds, so that it holds together with every other row, for example with {first.Id} when {proof.Examples.Words(way)}. "
            + "Where no two rows may hold together, no row can stand for the rest; say when it holds, or let the first row that holds decide (hit policy first).",
            proof.Examples.Case(way), [first.Id], Rest(rule, [.. others.Select(other => proof.Definition.Rules[other])])));
        return row;
    }

    // What an "otherwise" means in words of its own: none of the others. Of many rows nobody wants to read that.
    private static Rule? Rest(Rule rule, IReadOnlyList<Rule> others) =>
        others.Count > MaxRest ? null : rule with { When = new AllOf([.. others.Select(other => new Negation(other.When))]) };

    public static Finding Overlap(RuleSetDefinition definition, int first, int second, Examples examples, int[] way)
    {
        var (upper, lower) = (definition.Rules[first], definition.Rules[second]);
        return new(
            FindingKind.Overlap, $"rules.{lower.Id}",
            $"The rows {upper.Id} and {lower.Id} both hold when {examples.Words(way)}.",
            examples.Case(way), [upper.Id], lower with { When = new AllOf([lower.When, new Negation(upper.When)]) });
    }
}
