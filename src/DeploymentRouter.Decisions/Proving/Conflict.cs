using DeploymentRouter.Decisions.Diagrams;

namespace DeploymentRouter.Decisions.Proving;

/// <summary>Why a formula never holds.</summary>
/// <param name="Words">A clause that says so.</param>
/// <param name="Way">To where everything in it holds but one part, which the clause names last.</param>
internal sealed record Conflict(string Words, int[] Way)
{
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
        if (parts.Count > 1)
        {
            var list = Sentence.List([.. parts.Select(part => Sentence.Quoted(part, all))], "and");
            return new($"{list} contradict each other", proof.Examples.WayTo(Together(proof, parts[..^1]))!);
        }
        var rest = proof.Examples.WayTo(Together(proof, all.Where(part => part != parts[0])));
        return new(Alone(proof, parts[0], all), rest ?? proof.Examples.WayTo(DiagramBuilder.True)!);
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
