using DeploymentRouter.Decisions.Compiling;
using DeploymentRouter.Decisions.Diagrams;
using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Explaining;

/// <summary>Which rows decide where a formula holds: a walk down the product of its diagram and the rows' diagram.</summary>
internal static class CompetingRows
{
    private const int MaxPairs = 100_000;

    /// <summary>Row numbers in table order; null when the product is too large to walk.</summary>
    public static IReadOnlyCollection<int>? Where(CompiledRules rules, int formulaRoot, int[] given)
    {
        var found = new SortedSet<int>();
        var seen = new HashSet<(int Row, int Formula)>();
        var rest = new Stack<(int Row, int Formula)>();
        Push((rules.Rows.Root, formulaRoot));
        while (rest.TryPop(out var pair))
        {
            if (seen.Count > MaxPairs)
                return null;
            if (pair is { Row: < 0, Formula: DiagramBuilder.True })
            {
                found.Add(~pair.Row);
                continue;
            }
            var level = Math.Min(Level(rules.Rows.Diagram, pair.Row), Level(rules.Formulas, pair.Formula));
            var (first, last) = given[level] == AnswerCode.Open
                ? (0, rules.Code.Classes[level].Count - 1)
                : (given[level], given[level]);
            for (var c = first; c <= last; c++)
                Push((Child(rules.Rows.Diagram, pair.Row, level, c), Child(rules.Formulas, pair.Formula, level, c)));
        }
        return found;

        void Push((int Row, int Formula) pair)
        {
            if (pair.Formula != DiagramBuilder.False && seen.Add(pair))
                rest.Push(pair);
        }
    }

    private static int Level(Diagram diagram, int node) => node < 0 ? int.MaxValue : diagram.LevelOf(node);

    private static int Child(Diagram diagram, int node, int level, int answerClass) =>
        Level(diagram, node) == level ? diagram.ChildrenOf(node)[answerClass] : node;
}
