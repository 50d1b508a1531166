using DeploymentRouter.Decisions.Compiling;
using DeploymentRouter.Decisions.Diagrams;
using DeploymentRouter.Decisions.Proving.Laws;

namespace DeploymentRouter.Decisions.Proving;

/// <summary>Everything the checks look at: the diagrams of a definition, gaps and all, and the findings so far.</summary>
internal sealed class ProofBench
{
    private readonly Dictionary<Formula, string[]> keysRead = new(ReferenceEqualityComparer.Instance);
    private int[]? flags;

    /// <param name="bench">With conditions and branchings defined.</param>
    public ProofBench(RuleSetDefinition definition, IReadOnlyList<object> order, Workbench bench, List<Finding> findings, IReadOnlyList<Law> laws)
    {
        LawFormulas = [.. laws.Select(LawCheck.FormulaOf).OfType<Formula>()];
        Definition = definition;
        Order = order;
        Bench = bench;
        Findings = findings;
        Holds = bench.Holds();
        Rows = RowTable.Of(bench.Builder, Holds, RowNumbers);
        Examples = new Examples(bench);
    }

    public RuleSetDefinition Definition { get; }

    /// <summary>What the laws are about: it reads conditions too.</summary>
    public IReadOnlyList<Formula> LawFormulas { get; }

    /// <summary>Conditions and questions, each after what it reads.</summary>
    public IReadOnlyList<object> Order { get; }

    public Workbench Bench { get; }

    public List<Finding> Findings { get; }

    public DiagramBuilder Builder => Bench.Builder;

    public NodeStore Nodes => Bench.Builder.Nodes;

    /// <summary>When each row holds, in table order.</summary>
    public int[] Holds { get; }

    /// <summary>Ends in the number of the deciding row.</summary>
    public int Rows { get; }

    public int[] Flags => flags ??= Bench.Flags();

    public Examples Examples { get; }

    public int[] RowNumbers => [.. Enumerable.Range(0, Definition.Rules.Count)];

    /// <summary>The <see cref="ReadingKeys"/> of the conditions and questions that a formula of the definition names.</summary>
    public string[] KeysReadBy(Formula formula)
    {
        if (!keysRead.TryGetValue(formula, out var keys))
            keysRead.Add(formula, keys = ReadingKeys.ReadBy(formula));
        return keys;
    }

    public IReadOnlyList<string> RowIds(IEnumerable<int> rows) => [.. rows.Order().Select(row => Definition.Rules[row].Id)];
}
