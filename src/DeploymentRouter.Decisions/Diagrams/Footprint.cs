namespace DeploymentRouter.Decisions.Diagrams;

/// <summary>Which ends a diagram comes to and which levels it depends on. Reduced diagrams branch only where it matters.</summary>
internal sealed class Footprint
{
    private readonly HashSet<int> ends = [];
    private readonly bool[] levels;

    private Footprint(int levels) => this.levels = new bool[levels];

    public bool Reaches(int end) => ends.Contains(end);

    public bool DependsOn(int level) => levels[level];

    public static Footprint Of(NodeStore nodes, params ReadOnlySpan<int> roots)
    {
        var footprint = new Footprint(nodes.Levels);
        foreach (var node in Reached(nodes, roots))
        {
            if (node < 0)
                footprint.ends.Add(node);
            else
                footprint.levels[nodes.LevelOf(node)] = true;
        }
        return footprint;
    }

    /// <summary>Every node below the roots, roots included, each once; and the terminals, as often as they are met.</summary>
    public static List<int> Reached(NodeStore nodes, params ReadOnlySpan<int> roots)
    {
        var seen = new ulong[Bits.Words(nodes.Count)];
        var reached = new List<int>();
        foreach (var root in roots)
            Visit(root);
        for (var next = 0; next < reached.Count; next++)
        {
            if (reached[next] < 0)
                continue;
            foreach (var child in nodes.ChildrenOf(reached[next]))
                Visit(child);
        }
        return reached;

        void Visit(int node)
        {
            if (node >= 0)
            {
                if (Bits.Has(seen, node))
                    return;
                Bits.Set(seen, node);
            }
            reached.Add(node);
        }
    }
}
