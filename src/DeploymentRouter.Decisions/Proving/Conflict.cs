using DeploymentRouter.Decisions.Compiling;
using DeploymentRouter.Decisions.Diagrams;

namespace DeploymentRouter.Decisions.Proving;

/// <summary>Parts of a formula that contradict each other: without any one of them the others hold together.</summary>
/// <param name="Words">Says so.</param>
/// <param name="Way">To where all but the last hold.</param>
internal sealed record Conflict(string Words, int[] Way)
{
    /// <summary>Null where the formula has no parts that must hold together, or where one part alone never holds.</summary>
    public static Conflict? In(ProofBench proof, Formula formula)
    {
        var parts = Flattened(formula).ToList();
        for (var i = parts.Count - 1; i >= 0 && parts.Count > 1; i--)
        {
            var others = parts.Where((_, index) => index != i).ToList();
            if (Together(proof, others) == DiagramBuilder.False)
                parts = others;
        }
        if (parts.Count < 2)
            return null;
        var words = Sentence.List([.. parts.Select(part => Sentence.Quoted(part, formula))], "and");
        return new($"{words} contradict each other", proof.Examples.WayTo(Together(proof, parts[..^1]))!);
    }

    private static int Together(ProofBench proof, IEnumerable<Formula> parts) =>
        parts.Aggregate(DiagramBuilder.True, (sofar, part) => proof.Builder.And(sofar, proof.Bench.Formulas.Compile(part)));

    private static IEnumerable<Formula> Flattened(Formula formula) =>
        formula is AllOf all ? all.Parts.SelectMany(Flattened) : [formula];
}
