using System.Collections.Concurrent;
using DeploymentRouter.Decisions.Compiling;
using DeploymentRouter.Decisions.Diagrams;

namespace DeploymentRouter.Decisions.Deciding;

/// <summary>Three-valued, exact reading of formulas.</summary>
internal sealed class FormulaReader
{
    private const int StackWords = 64;
    private const int MaxForeign = 256;

    private readonly RuleSetDefinition definition;
    private readonly CompiledRules rules;
    private readonly Dictionary<Formula, int> ownInstances;
    private readonly ConcurrentDictionary<Formula, RuleSet> foreign = new();

    public FormulaReader(RuleSetDefinition definition, CompiledRules rules)
    {
        this.definition = definition;
        this.rules = rules;
        ownInstances = new(rules.FormulaRoots, ReferenceEqualityComparer.Instance);
    }

    /// <summary>True, false, or null while open answers can still tip it.</summary>
    public bool? Evaluate(int root, ReadOnlySpan<int> given)
    {
        var node = rules.Formulas.Walk(root, given);
        if (node < 0)
            return node == DiagramBuilder.True;
        using var marks = new Scratch<ulong>(stackalloc ulong[StackWords], Bits.Words(rules.Formulas.Count));
        Span<ulong> values = [0];
        new Sweep(rules.Formulas, given, marks.Span).Reach(node, values);
        return values[0] == 0b11 ? null : values[0] == 0b10;
    }

    /// <summary>The diagram of a formula that the definition has, as a whole or as a part.</summary>
    /// <exception cref="ArgumentException">The formula is too large or nested too deep to be compared.</exception>
    public int? RootOf(Formula formula)
    {
        if (ownInstances.TryGetValue(formula, out var root))
            return root;
        var (parts, depth) = FormulaWalk.Measure(formula, RuleSetLimits.MaxFormulaParts);
        if (parts > RuleSetLimits.MaxFormulaParts || depth > RuleSetLimits.MaxFormulaDepth)
            throw new ArgumentException("The formula is past MaxFormulaParts or MaxFormulaDepth.", nameof(formula));
        return rules.FormulaRoots.TryGetValue(formula, out root) ? root : null;
    }

    /// <summary>
    /// A rule set over the same questions and conditions that has the formula. A test that no rule has may cut answers
    /// finer than this diagram does, so it gets a diagram of its own.
    /// </summary>
    /// <exception cref="ArgumentException">The formula does not fit the questions and conditions.</exception>
    public RuleSet Foreign(Formula formula)
    {
        if (foreign.Count >= MaxForeign)
            foreign.Clear();
        return foreign.GetOrAdd(formula, Compile);
    }

    private RuleSet Compile(Formula formula)
    {
        var beside = definition with
        {
            Outcomes = ["any"],
            Rules = [new Rule("any", Formula.Always, "any", "")],
            Flags = [new NamedFormula("formula", formula)],
        };
        return RuleSet.TryCompile(beside, out var ruleSet, out var faults)
            ? ruleSet
            : throw new ArgumentException(string.Join(" ", faults.Select(fault => fault.Message)), nameof(formula));
    }
}
