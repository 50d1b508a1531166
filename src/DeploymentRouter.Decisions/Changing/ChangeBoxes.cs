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
    private readonly Dictionary<int, List<bool[][]>> known = [];

    /// <param name="changing">The levels of the set, ascending.</param>
    public ChangeBoxes(Diagram diagram, int target, int[] given, int[] changing)
    {
        this.diagram = diagram;
        this.target = DiagramBuilder.Terminal(target);
        this.given = given;
        this.changing = changing;
    }

    /// <summary>Boxes were dropped at the ceiling.</summary>
    public bool Truncated { get; private set; }

    /// <summary>For each box, the classes of each level of the set. Together they are exactly the changes that lead there.</summary>
    public IReadOnlyList<bool[][]> Of(int root) => Below(root);

    // Boxes below a node have sets of classes for the last levels of the changing ones only. The set is minimal, so no way
    // to the target passes one of its levels by.
    private List<bool[][]> Below(int node)
    {
        if (node < 0)
            return node == target ? [[]] : [];
        var level = diagram.LevelOf(node);
        var children = diagram.ChildrenOf(node);
        var changes = Array.BinarySearch(changing, level) >= 0;
        if (!changes && given[level] != AnswerCode.Open)
            return Below(children[given[level]]);
        if (known.TryGetValue(node, out var boxes))
            return boxes;
        boxes = [];
        for (var c = 0; c < children.Length; c++)
        {
            if (children[..c].Contains(children[c]))
                continue;
            foreach (var box in Below(diagram.ChildrenOf(node)[c]))
                Add(boxes, changes ? [ClassesTo(node, children[c]), .. box] : box);
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

    private void Add(List<bool[][]> boxes, bool[][] box)
    {
        for (var i = 0; i < boxes.Count; i++)
        {
            if (Joined(boxes[i], box) is not { } joined)
                continue;
            boxes.RemoveAt(i);
            Add(boxes, joined);
            return;
        }
        if (boxes.Count < ExplanationLimits.MaxWays)
            boxes.Add(box);
        else
            Truncated = true;
    }

    // Two boxes are one when they differ in one side only, or when one is inside the other.
    private static bool[][]? Joined(bool[][] left, bool[][] right)
    {
        var (differing, leftInside, rightInside) = (0, true, true);
        for (var side = 0; side < left.Length; side++)
        {
            var (more, less) = (false, false);
            for (var c = 0; c < left[side].Length; c++)
            {
                more |= right[side][c] && !left[side][c];
                less |= left[side][c] && !right[side][c];
            }
            differing += more || less ? 1 : 0;
            leftInside &= !less;
            rightInside &= !more;
        }
        if (leftInside || rightInside)
            return leftInside ? right : left;
        return differing == 1 ? [.. left.Zip(right, (l, r) => l.AsSpan().SequenceEqual(r) ? l : [.. l.Zip(r, (a, b) => a || b)])] : null;
    }
}
