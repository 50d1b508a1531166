using System.Numerics;
using DeploymentRouter.Decisions.Diagrams;
using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Comparing;

/// <summary>Counts how many combinations of raw answers come to each end of a diagram.</summary>
internal sealed class Regions
{
    private readonly NodeStore nodes;
    private readonly AnswerCode code;

    // Before[l]: how many combinations the levels above l have. Every count divides evenly where it is used.
    private readonly BigInteger[] before;

    public Regions(NodeStore nodes, AnswerCode code)
    {
        this.nodes = nodes;
        this.code = code;
        before = new BigInteger[code.Levels + 1];
        before[0] = BigInteger.One;
        for (var level = 0; level < code.Levels; level++)
            before[level + 1] = before[level] * SizeOf(code.Classes[level]);
    }

    /// <summary>The number of all combinations.</summary>
    public BigInteger All => before[^1];

    /// <summary>Counts by terminal; <see cref="DiagramBuilder.None"/> is left out.</summary>
    public Dictionary<int, BigInteger> CountOf(int root)
    {
        // How many combinations of the levels above come to a node or an end.
        var coming = new Dictionary<int, BigInteger> { [root] = before[LevelOf(root)] };
        foreach (var node in Footprint.Reached(nodes, root).Where(node => node >= 0).OrderBy(nodes.LevelOf))
        {
            var level = nodes.LevelOf(node);
            foreach (var (child, weight) in WeightsOf(node, level))
                coming[child] = coming.GetValueOrDefault(child) + coming[node] * weight * before[LevelOf(child)] / before[level + 1];
        }
        return coming.Where(pair => pair.Key < 0 && pair.Key != DiagramBuilder.None).ToDictionary(pair => pair.Key, pair => pair.Value);
    }

    private Dictionary<int, UInt128> WeightsOf(int node, int level)
    {
        var weights = new Dictionary<int, UInt128>();
        var children = nodes.ChildrenOf(node);
        for (var c = 0; c < children.Length; c++)
            weights[children[c]] = weights.GetValueOrDefault(children[c]) + code.Classes[level].Weight(c);
        return weights;
    }

    private int LevelOf(int node) => node < 0 ? code.Levels : nodes.LevelOf(node);

    private static BigInteger SizeOf(AnswerClasses classes) =>
        Enumerable.Range(0, classes.Count).Aggregate(BigInteger.Zero, (size, c) => size + classes.Weight(c));
}
