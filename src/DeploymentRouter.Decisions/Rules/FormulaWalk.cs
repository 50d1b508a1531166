using System.Globalization;

namespace DeploymentRouter.Decisions;

// Formulas come from files: nothing here recurses, so a hostile depth costs a fault and not the stack.
internal static class FormulaWalk
{
    /// <summary>Counts parts and depth; stops early once either is past its ceiling.</summary>
    public static (int Parts, int Depth) Measure(Formula formula, int maxParts)
    {
        var (parts, deepest) = (0, 0);
        var rest = new Stack<(Formula Formula, int Depth)>();
        rest.Push((formula, 1));
        while (rest.TryPop(out var next))
        {
            parts++;
            deepest = Math.Max(deepest, next.Depth);
            if (parts > maxParts || deepest > RuleSetLimits.MaxFormulaDepth)
                break;
            foreach (var part in PartsOf(next.Formula))
                rest.Push((part, next.Depth + 1));
        }
        return (parts, deepest);
    }

    /// <summary>The tests and condition names, in reading order.</summary>
    public static IEnumerable<Formula> Leaves(Formula formula)
    {
        var rest = new Stack<Formula>();
        rest.Push(formula);
        while (rest.TryPop(out var next))
        {
            if (next is AnswerTest or NamedCondition)
                yield return next;
            foreach (var part in PartsOf(next).Reverse())
                rest.Push(part);
        }
    }

    /// <summary>The leaves with the place of each: <c>conditions.x.when.any[1]</c> when <paramref name="where"/> is <c>conditions.x.when</c>.</summary>
    public static IEnumerable<(string Where, Formula Leaf)> LocatedLeaves(string where, Formula formula)
    {
        var rest = new Stack<(string Where, Formula Formula)>();
        rest.Push((where, formula));
        while (rest.TryPop(out var next))
        {
            if (next.Formula is AnswerTest or NamedCondition)
                yield return (next.Where, next.Formula);
            foreach (var (index, part) in PartsOf(next.Formula).Index().Reverse())
                rest.Push((next.Where + StepTo(next.Formula, index), part));
        }
    }

    private static string StepTo(Formula whole, int index) => whole switch
    {
        AllOf => string.Create(CultureInfo.InvariantCulture, $".all[{index}]"),
        AnyOf => string.Create(CultureInfo.InvariantCulture, $".any[{index}]"),
        _ => ".not",
    };

    public static IReadOnlyList<Formula> PartsOf(Formula formula) => formula switch
    {
        AllOf all => all.Parts,
        AnyOf any => any.Parts,
        Negation negation => [negation.Inner],
        _ => [],
    };
}
