using DeploymentRouter.Decisions.Diagrams;
using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Replaying;

/// <summary>Writes a step for each node at which a walk enters a group of levels.</summary>
/// <param name="open">The entry for ways that come to an open answer.</param>
internal sealed class ProgramWriter(Diagram diagram, AnswerGroups groups, int open)
{
    private readonly List<int> nodes = [];
    private readonly Dictionary<int, int> placeOf = [];
    private int end;

    /// <summary>The table, and the entry to begin with.</summary>
    public (int[] Table, int Root) Write(int node)
    {
        var root = EntryOf(node);
        var table = new List<int>();
        for (var next = 0; next < nodes.Count; next++)
            WriteStep(table, nodes[next]);
        return ([.. table], root);
    }

    // A terminal stands for itself; a node for the place of its step, which is written later.
    private int EntryOf(int node)
    {
        if (node < 0)
            return node;
        if (!placeOf.TryGetValue(node, out var place))
        {
            placeOf.Add(node, place = end);
            nodes.Add(node);
            end += 1 + groups.SizeOf(groups.GroupOf(diagram.LevelOf(node)));
        }
        return place;
    }

    private void WriteStep(List<int> table, int node)
    {
        var group = groups.GroupOf(diagram.LevelOf(node));
        table.Add(group);
        for (var code = 0; code < groups.SizeOf(group); code++)
            table.Add(Target(node, group, code));
    }

    private int Target(int node, int group, int code)
    {
        while (node >= 0 && diagram.LevelOf(node) is var level && groups.GroupOf(level) == group)
        {
            if (groups.ClassOf(code, level) is not (>= 0 and var answerClass))
                return open;
            node = diagram.ChildrenOf(node)[answerClass];
        }
        return EntryOf(node);
    }
}
