using DeploymentRouter.Decisions.Diagrams;
using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Changing;

/// <summary>
/// All minimal sets of levels that reach a terminal when their classes change and the other given ones stay. One pass from
/// the leaves up: at each node, the sets of the given child, and those of each other child with this level added; of sets
/// that include each other only the smaller is kept (families of sets on decision diagrams: Minato 1993; Knuth TAOCP 4A 7.1.4).
/// </summary>
internal sealed class MinimalSets
{
    private readonly Diagram diagram;
    private readonly int target;
    private readonly int[] given;
    private readonly int[] costs;
    private readonly (int Start, int Count)[] ofNode;
    private readonly List<LevelSet> kept = [];
    private readonly List<LevelSet> atNode = [];
    private int mostPerNode;

    /// <param name="target">The terminal value to reach.</param>
    /// <param name="costs">By level; 0: the answer is open or must stay.</param>
    public MinimalSets(Diagram diagram, int target, int[] given, int[] costs)
    {
        this.diagram = diagram;
        this.target = DiagramBuilder.Terminal(target);
        this.given = given;
        this.costs = costs;
        ofNode = new (int, int)[diagram.Count];
    }

    /// <summary>Sets were dropped at a ceiling: there may be more, and those returned need not be minimal.</summary>
    public bool Truncated { get; private set; }

    /// <param name="marks">The nodes that changes of any answers with costs lead through.</param>
    public IReadOnlyList<LevelSet> Of(int root, ReadOnlySpan<ulong> marks)
    {
        mostPerNode = Math.Clamp(ExplanationLimits.MaxSetsInAll / (1 + Bits.Count(marks)), 1, ExplanationLimits.MaxSetsPerNode);
        for (var word = marks.Length - 1; word >= 0; word--)
        {
            for (var rest = marks[word]; rest != 0;)
            {
                var bit = 63 - (int)ulong.LeadingZeroCount(rest);
                rest &= ~(1UL << bit);
                Visit((word << 6) + bit);
            }
        }
        atNode.Clear();
        AddAll(root, level: 0, cost: 0);
        return atNode;
    }

    private void Visit(int node)
    {
        var level = diagram.LevelOf(node);
        var children = diagram.ChildrenOf(node);
        atNode.Clear();
        if (given[level] != AnswerCode.Open)
            AddAll(children[given[level]], level, cost: 0);
        if (given[level] == AnswerCode.Open || costs[level] > 0)
        {
            for (var c = 0; c < children.Length; c++)
            {
                if (c != given[level] && (c == 0 || children[c] != children[c - 1]))
                    AddAll(children[c], level, costs[level]);
            }
        }
        if (atNode.Count > mostPerNode)
            Truncate();
        ofNode[node] = (kept.Count, atNode.Count);
        kept.AddRange(atNode);
    }

    private void AddAll(int child, int level, int cost)
    {
        if (child < 0)
        {
            if (child == target)
                Add(Extended(LevelSet.Empty, level, cost));
            return;
        }
        var (start, count) = ofNode[child];
        for (var i = 0; i < count; i++)
            Add(Extended(kept[start + i], level, cost));
    }

    private static LevelSet Extended(in LevelSet set, int level, int cost) => cost > 0 ? set.With(level, cost) : set;

    private void Add(in LevelSet set)
    {
        for (var i = atNode.Count - 1; i >= 0; i--)
        {
            if (set.Includes(atNode[i]))
                return;
            if (atNode[i].Includes(set))
                atNode.RemoveAt(i);
        }
        atNode.Add(set);
    }

    private void Truncate()
    {
        Truncated = true;
        atNode.Sort((left, right) => left.Cost.CompareTo(right.Cost));
        atNode.RemoveRange(mostPerNode, atNode.Count - mostPerNode);
    }
}
