namespace DeploymentRouter.Decisions.Diagrams;

/// <summary>
/// The nodes of a diagram under construction, each kept once ("hash-consed": Bryant 1986, Knuth TAOCP 4A 7.1.4), in flat arrays.
/// A reference is a node's number, or the complement of a terminal's value.
/// </summary>
internal sealed class NodeStore(int[] arities)
{
    private int[] levels = new int[64];
    private int[] starts = new int[64];
    private int[] edges = new int[256];
    private int[] buckets = new int[128];
    private int edgeCount;

    public int Count { get; private set; }

    public int Levels => arities.Length;

    public int LevelOf(int node) => node < 0 ? int.MaxValue : levels[node];

    public int Arity(int level) => arities[level];

    public ReadOnlySpan<int> ChildrenOf(int node) => edges.AsSpan(starts[node], arities[levels[node]]);

    /// <summary>The child of <paramref name="node"/> for an answer class of <paramref name="level"/>; the node itself if it lies below.</summary>
    public int Child(int node, int level, int answerClass) =>
        node < 0 || levels[node] != level ? node : edges[starts[node] + answerClass];

    /// <summary>The one node with this level and these children; no node at all where the children agree.</summary>
    public int Node(int level, ReadOnlySpan<int> children)
    {
        if (!children.ContainsAnyExcept(children[0]))
            return children[0];
        var bucket = Find(level, children);
        return buckets[bucket] != 0 ? buckets[bucket] - 1 : Add(bucket, level, children);
    }

    private int Add(int bucket, int level, ReadOnlySpan<int> children)
    {
        if (Count == RuleSetLimits.MaxNodes)
            throw new DiagramTooLargeException("nodes", RuleSetLimits.MaxNodes);
        if (edgeCount + children.Length > RuleSetLimits.MaxEdges)
            throw new DiagramTooLargeException("edges", RuleSetLimits.MaxEdges);
        EnsureRoom(children.Length);
        var node = Count++;
        levels[node] = level;
        starts[node] = edgeCount;
        children.CopyTo(edges.AsSpan(edgeCount));
        edgeCount += children.Length;
        buckets[bucket] = node + 1;
        if (Count * 2 > buckets.Length)
            Rehash(2 * buckets.Length);
        return node;
    }

    /// <summary>Forgets the newest nodes, down to this many. Nobody may know them any more.</summary>
    public void Shrink(int count)
    {
        if (count == Count)
            return;
        edgeCount = starts[count];
        Count = count;
        Rehash(buckets.Length);
    }

    private void EnsureRoom(int children)
    {
        if (Count == levels.Length)
        {
            Array.Resize(ref levels, 2 * Count);
            Array.Resize(ref starts, 2 * Count);
        }
        if (edgeCount + children > edges.Length)
            Array.Resize(ref edges, Math.Max(2 * edges.Length, edgeCount + children));
    }

    private void Rehash(int size)
    {
        buckets = new int[size];
        for (var node = 0; node < Count; node++)
            buckets[Find(levels[node], ChildrenOf(node))] = node + 1;
    }

    // Linear probing; the table is never more than half full.
    private int Find(int level, ReadOnlySpan<int> children)
    {
        var mask = buckets.Length - 1;
        var at = Hashing.Of(level, children) & mask;
        while (buckets[at] != 0 && !Is(buckets[at] - 1, level, children))
            at = (at + 1) & mask;
        return at;
    }

    private bool Is(int node, int level, ReadOnlySpan<int> children) =>
        levels[node] == level && ChildrenOf(node).SequenceEqual(children);
}
