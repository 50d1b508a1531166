using DeploymentRouter.Decisions.Diagrams;
using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Compiling;

/// <summary>What the compiler makes of a definition.</summary>
/// <param name="Code">Answers to diagram levels.</param>
/// <param name="Rows">Ends in the number of the deciding row.</param>
/// <param name="Outcomes">Ends in the rank of the outcome, in ordinal order.</param>
/// <param name="Formulas">The boolean diagrams of <paramref name="FormulaRoots"/> and <paramref name="AskedRoots"/>.</param>
/// <param name="AskedRoots">By level.</param>
internal sealed record CompiledRules(
    AnswerCode Code,
    Rooted Rows,
    Rooted Outcomes,
    string[] OutcomesByRank,
    Diagram Formulas,
    Dictionary<Formula, int> FormulaRoots,
    int[] AskedRoots)
{
    public int RankOf(string outcome) => Array.BinarySearch(OutcomesByRank, outcome, StringComparer.Ordinal);
}

/// <summary>A diagram with one root.</summary>
internal sealed record Rooted(Diagram Diagram, int Root);
