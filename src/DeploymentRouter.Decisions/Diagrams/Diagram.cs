using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Diagrams;

/// <summary>
/// A finished diagram with one or more roots: immutable, without garbage, nodes numbered level by level, so that
/// a sweep over ascending numbers meets parents before children.
/// </summary>
internal sealed class Diagram
{
    private readonly int[] levels;
    private readonly int[] starts;
    private readonly int[] edges;

    private Diagram(int[] levels, int[] starts, int[] edges) =>
        (this.levels, this.starts, this.edges) = (levels, starts, edges);

    public int Count => levels.Length;

    /// <summary>Copies what the roots reach; <paramref name="roots"/> are renumbered in place.</summary>
    public static Diagram Freeze(NodeStore nodes, Span<int> roots)
    {
        var kept = Reachable(nodes, roots);
        var renumbered = new int[nodes.Count];
        for (var i = 0; i < kept.Length; i++)
            renumbered[kept[i]] = i;
        var firstEdges = new int[kept.Length];
        var allEdges = new int[kept.Sum(node => nodes.ChildrenOf(node).Length)];
        var at = 0;
        for (var i = 0; i < kept.Length; i++)
        {
            firstEdges[i] = at;
            foreach (var child in nodes.ChildrenOf(kept[i]))
                allEdges[at++] = child < 0 ? child : renumbered[child];
        }
        for (var i = 0; i < roots.Length; i++)
            roots[i] = roots[i] < 0 ? roots[i] : renumbered[roots[i]];
        return new Diagram(Array.ConvertAll(kept, nodes.LevelOf), firstEdges, allEdges);
    }

    public int LevelOf(int node) => levels[node];

    public ReadOnlySpan<int> ChildrenOf(int node) =>
        edges.AsSpan(starts[node]..(node + 1 < starts.Length ? starts[node + 1] : edges.Length));

    /// <summary>Follows the given classes down to the first open level or a terminal.</summary>
    public int Walk(int node, ReadOnlySpan<int> given)
    {
        while (node >= 0)
        {
            var answerClass = given[levels[node]];
            if (answerClass == AnswerCode.Open)
                break;
            node = edges[starts[node] + answerClass];
        }
        return node;
    }

    private static int[] Reachable(NodeStore nodes, ReadOnlySpan<int> roots)
    {
        var seen = new bool[nodes.Count];
        var kept = new List<int>();
        foreach (var root in roots)
            Visit(root);
        for (var next = 0; next < kept.Count; next++)
        {
            foreach (var child in nodes.ChildrenOf(kept[next]))
                Visit(child);
        }
        return [.. kept.OrderBy(nodes.LevelOf)];

        void Visit(int node)
        {
            if (node < 0 || seen[node])
                return;
            seen[node] = true;
            kept.Add(node);
        }
    }
}
