using DeploymentRouter.Decisions.Diagrams;

namespace DeploymentRouter.Decisions.Proving;

/// <summary>Under <see cref="HitPolicy.Unique"/> no two rows hold together.</summary>
internal static class OverlapCheck
{
    public static void Run(ProofBench proof)
    {
        if (proof.Definition.HitPolicy != HitPolicy.Unique)
            return;
        var found = 0;
        for (var second = 1; second < proof.Holds.Length; second++)
        {
            for (var first = 0; first < second; first++)
            {
                if (proof.Builder.And(proof.Holds[first], proof.Holds[second]) is var both && both == DiagramBuilder.False)
                    continue;
                if (++found > RuleSetLimits.MaxOverlaps)
                    return;
                proof.Findings.Add(Overlap(proof.Definition, first, second, proof.Examples, proof.Examples.WayTo(both)!));
            }
        }
    }

    public static Finding Overlap(RuleSetDefinition definition, int first, int second, Examples examples, int[] way)
    {
        var (upper, lower) = (definition.Rules[first], definition.Rules[second]);
        return new(
            FindingKind.Overlap, $"rules.{lower.Id}",
            $"The rows {upper.Id} and {lower.Id} both hold when {examples.Words(way)}.",
            examples.Case(way), [upper.Id], lower with { When = new AllOf([lower.When, new Negation(upper.When)]) });
    }
}
