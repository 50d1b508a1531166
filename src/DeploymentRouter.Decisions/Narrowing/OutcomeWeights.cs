using DeploymentRouter.Decisions.Diagrams;
using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Narrowing;

/// <summary>
/// How likely each outcome is when every kind of answer to an open question is as likely as the next. Kinds and not
/// values: that 980,000 of 1,000,000 numbers lie above a limit says nothing about customers.
/// </summary>
internal sealed class OutcomeWeights
{
    private readonly Diagram diagram;
    private readonly int[] given;
    private readonly int[] nodes;
    private readonly int[] outcomes;
    private readonly double[] shares;
    private readonly double[] passing;
    private readonly Dictionary<int, int> indexes;

    /// <param name="nodes">Those that some completion passes through, ascending, so parents first; the first is the root.</param>
    /// <param name="outcomes">The terminal values that are reached.</param>
    public OutcomeWeights(Diagram diagram, int[] given, int[] nodes, int[] outcomes)
    {
        (this.diagram, this.given, this.nodes, this.outcomes) = (diagram, given, nodes, outcomes);
        indexes = nodes.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        shares = new double[nodes.Length * outcomes.Length];
        passing = new double[nodes.Length];
        for (var index = nodes.Length - 1; index >= 0; index--)
            AddShares(index);
        passing[0] = 1;
        for (var index = 0; index < nodes.Length; index++)
            PassOn(index);
    }

    /// <summary>The entropy in bits that is expected to be left once the level, which is open, is answered.</summary>
    public double BitsLeft(int level, int classes)
    {
        var bits = 0.0;
        var after = new double[outcomes.Length];
        // Nodes of one level have numbers in a row.
        var first = Array.FindIndex(nodes, node => diagram.LevelOf(node) == level);
        for (var c = 0; c < classes; c++)
        {
            shares.AsSpan(0, outcomes.Length).CopyTo(after);
            for (var index = first; index < nodes.Length && diagram.LevelOf(nodes[index]) == level; index++)
                Replace(after, index, c);
            bits += Entropy(after) / classes;
        }
        return bits;
    }

    // Whoever comes to this node no longer spreads over its children but goes to one.
    private void Replace(double[] after, int index, int answerClass)
    {
        var child = diagram.ChildrenOf(nodes[index])[answerClass];
        for (var o = 0; o < after.Length; o++)
            after[o] += passing[index] * (ShareOf(child, o) - shares[index * outcomes.Length + o]);
    }

    private void AddShares(int index)
    {
        var (from, to, weight) = Ways(index);
        for (var c = from; c < to; c++)
        {
            var child = diagram.ChildrenOf(nodes[index])[c];
            for (var o = 0; o < outcomes.Length; o++)
                shares[index * outcomes.Length + o] += weight * ShareOf(child, o);
        }
    }

    private void PassOn(int index)
    {
        var (from, to, weight) = Ways(index);
        for (var c = from; c < to; c++)
        {
            if (diagram.ChildrenOf(nodes[index])[c] is >= 0 and var child)
                passing[indexes[child]] += weight * passing[index];
        }
    }

    private (int From, int To, double Weight) Ways(int index)
    {
        var answerClass = given[diagram.LevelOf(nodes[index])];
        var arity = diagram.ChildrenOf(nodes[index]).Length;
        return answerClass == AnswerCode.Open ? (0, arity, 1.0 / arity) : (answerClass, answerClass + 1, 1.0);
    }

    private double ShareOf(int node, int outcome) => node < 0
        ? (~node == outcomes[outcome] ? 1 : 0)
        : shares[indexes[node] * outcomes.Length + outcome];

    private static double Entropy(double[] shares)
    {
        var bits = 0.0;
        foreach (var share in shares)
        {
            if (share > 0)
                bits -= share * Math.Log2(share);
        }
        return Math.Max(bits, 0);
    }
}
