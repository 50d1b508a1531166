using DeploymentRouter.Decisions.Diagrams;

namespace DeploymentRouter.Decisions.Proving;

/// <summary>Why a formula never holds.</summary>
/// <param name="Words">A clause that says so.</param>
/// <param name="Way">To where everything in it holds but one part that the clause names; where it contradicts itself more than once, but as few as that leaves.</param>
/// <param name="Lacks">How many parts do not hold there.</param>
internal sealed record Conflict(string Words, int[] Way, int Lacks)
{
    /// <summary>Says what the way shows: a clause to put "when" and its answers behind.</summary>
    public string Rest => Lacks == 1 ? "All else in it holds" : $"All but {Lacks} parts of it hold";

    /// <summary>The formula must never hold.</summary>
    public static Conflict In(ProofBench proof, Formula formula)
    {
        var all = Flattened(formula).ToList();
        // As few parts as it takes: without any one of those that stay, the others hold together.
        var parts = all;
        for (var i = parts.Count - 1; i >= 0 && parts.Count > 1; i--)
        {
            var others = parts.Where((_, index) => index != i).ToList();
            if (Together(proof, others) == DiagramBuilder.False)
                parts = others;
        }
        var words = parts.Count > 1
            ? $"{Sentence.List([.. parts.Select(part => Sentence.Quoted(part, all))], "and")} contradict each other"
            : Alone(proof, parts[0], all);
        var (kept, root) = Fullest(proof, all, parts);
        return new(words, proof.Examples.WayTo(root)!, all.Count - kept);
    }

    // Without one part of the contradiction, later ones first, as much of the rest as holds together.
    private static (int Kept, int Root) Fullest(ProofBench proof, List<Formula> all, List<Formula> parts)
    {
        var fullest = (Kept: -1, Root: DiagramBuilder.True);
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            var others = parts.Where((_, index) => index != i).ToList();
            var (kept, root) = (others.Count, Together(proof, others));
            foreach (var part in all.Where(part => !parts.Contains(part, ReferenceEqualityComparer.Instance)))
            {
                var with = proof.Builder.And(root, proof.Bench.Formulas.Compile(part));
                (kept, root) = with == DiagramBuilder.False ? (kept, root) : (kept + 1, with);
            }
            if (kept > fullest.Kept)
                fullest = (kept, root);
        }
        return fullest;
    }

    private static string Alone(ProofBench proof, Formula part, List<Formula> all) =>
        part is AnswerTest test && proof.Bench.Formulas.Asked(test.QuestionId) == DiagramBuilder.False
            ? $"{test.QuestionId} is never asked"
            : $"{Sentence.Quoted(part, all)} never holds";

    private static int Together(ProofBench proof, IEnumerable<Formula> parts) =>
        parts.Aggregate(DiagramBuilder.True, (sofar, part) => proof.Builder.And(sofar, proof.Bench.Formulas.Compile(part)));

    private static IEnumerable<Formula> Flattened(Formula formula) =>
        formula is AllOf all ? all.Parts.SelectMany(Flattened) : [formula];
}
