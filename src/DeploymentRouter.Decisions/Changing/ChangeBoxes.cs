using DeploymentRouter.Decisions.Diagrams;
using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Changing;

/// <summary>Which new classes of a minimal set of levels reach a terminal: boxes, that is products of sets of classes.</summary>
internal sealed class ChangeBoxes
{
    private readonly Diagram diagram;
    private readonly int target;
    private readonly int[] given;
    private readonly int[] changing;
    private readonly Dictionary<int, BoxList> known = [];

    /// <param name="changing">The levels of the set, ascending.</param>
    public ChangeBoxes(Diagram diagram, int target, int[] given, int[] changing)
    {
        this.diagram = diagram;
        this.target = DiagramBuilder.Terminal(target);
        this.given = given;
        this.changing = changing;
    }

    /// <summary>For each box, the classes of each level of the set. Together they are exactly the changes that lead there.</summary>
    public BoxList Of(int root) => Below(root);

    // Boxes below a node have sets of classes for the last levels of the changing ones only. The set is minimal, so no way
    // to the target passes one of its levels by.
    private BoxList Below(int node)
    {
        if (node < 0)
            return node == target ? BoxList.OfEverything() : new BoxList();
        var level = diagram.LevelOf(node);
        var children = diagram.ChildrenOf(node);
        var changes = Array.BinarySearch(changing, level) >= 0;
        if (!changes && given[level] != AnswerCode.Open)
            return Below(children[given[level]]);
        if (known.TryGetValue(node, out var boxes))
            return boxes;
        boxes = new BoxList();
        for (var c = 0; c < children.Length; c++)
        {
            if (children[..c].Contains(children[c]))
                continue;
            var below = Below(children[c]);
            foreach (var box in below)
                boxes.Add(changes ? [ClassesTo(node, children[c]), .. box] : box);
            boxes.Truncated |= below.Truncated;
        }
        return known[node] = boxes;
    }

    private bool[] ClassesTo(int node, int child)
    {
        var children = diagram.ChildrenOf(node);
        var classes = new bool[children.Length];
        for (var c = 0; c < classes.Length; c++)
            classes[c] = children[c] == child && c != given[diagram.LevelOf(node)];
        return classes;
    }
}
