using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Diagrams;

internal static class Paths
{
    /// <summary>
    /// A way from the root to an end that is wanted, through as few nodes as possible: the answers an example needs to name.
    /// One class per level, open where the way does not branch; null when no such end is reached.
    /// </summary>
    /// <param name="isWanted">Of terminals; also of a node where the way may end early.</param>
    public static int[]? Shortest(NodeStore nodes, int root, Func<int, bool> isWanted)
    {
        var lengths = new Dictionary<int, int>();
        if (Length(root) == int.MaxValue)
            return null;
        var way = new int[nodes.Levels];
        Array.Fill(way, AnswerCode.Open);
        for (var node = root; !isWanted(node);)
        {
            var next = 0;
            while (Length(nodes.ChildrenOf(node)[next]) != lengths[node] - 1)
                next++;
            way[nodes.LevelOf(node)] = next;
            node = nodes.ChildrenOf(node)[next];
        }
        return way;

        int Length(int node)
        {
            if (isWanted(node))
                return 0;
            if (node < 0)
                return int.MaxValue;
            if (lengths.TryGetValue(node, out var known))
                return known;
            var shortest = int.MaxValue;
            for (var c = 0; c < nodes.ChildrenOf(node).Length; c++)
                shortest = Math.Min(shortest, Length(nodes.ChildrenOf(node)[c]));
            return lengths[node] = shortest == int.MaxValue ? shortest : shortest + 1;
        }
    }
}
