namespace DeploymentRouter.Decisions.Diagrams;

/// <summary>Reduces a restricted diagram bottom up: equal functions get the number of the first node met that stands for them.</summary>
internal readonly ref struct Reduction(Diagram diagram, Span<int> reduced, Span<int> table)
{
    private readonly Span<int> reduced = reduced;

    // Node numbers plus one; a power of two and never more than half full.
    private readonly Span<int> table = table;

    /// <summary>The level of the node is given: it stands for its one child.</summary>
    public void Follow(int node, int answerClass) => reduced[node] = Of(diagram.ChildrenOf(node)[answerClass]);

    /// <summary>The level is open. False when all children agree: then the node stands for them and its level does not matter here.</summary>
    public bool Keep(int node)
    {
        var children = diagram.ChildrenOf(node);
        var first = Of(children[0]);
        var hash = diagram.LevelOf(node);
        var differs = false;
        foreach (var child in children)
        {
            differs |= Of(child) != first;
            hash = Hashing.Of(hash, Of(child), 0);
        }
        reduced[node] = differs ? Representative(node, hash) : first;
        return differs;
    }

    private int Of(int node) => node < 0 ? node : reduced[node];

    private int Representative(int node, int hash)
    {
        var at = hash & (table.Length - 1);
        while (table[at] != 0)
        {
            if (Same(table[at] - 1, node))
                return table[at] - 1;
            at = (at + 1) & (table.Length - 1);
        }
        table[at] = node + 1;
        return node;
    }

    private bool Same(int left, int right)
    {
        if (diagram.LevelOf(left) != diagram.LevelOf(right))
            return false;
        var lefts = diagram.ChildrenOf(left);
        var rights = diagram.ChildrenOf(right);
        for (var i = 0; i < lefts.Length; i++)
        {
            if (Of(lefts[i]) != Of(rights[i]))
                return false;
        }
        return true;
    }
}
