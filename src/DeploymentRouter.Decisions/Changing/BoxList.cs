using System.Collections;

namespace DeploymentRouter.Decisions.Changing;

/// <summary>Boxes, each a set of classes per level; what fits into one box is kept as one.</summary>
internal sealed class BoxList : IEnumerable<bool[][]>
{
    private readonly List<bool[][]> boxes = [];

    /// <summary>Boxes were dropped at the ceiling <see cref="ExplanationLimits.MaxWays"/>, here or in what this was made from.</summary>
    public bool Truncated { get; set; }

    /// <summary>The one box over no levels.</summary>
    public static BoxList OfEverything()
    {
        var list = new BoxList();
        list.boxes.Add([]);
        return list;
    }

    public void Add(bool[][] box)
    {
        for (var i = 0; i < boxes.Count; i++)
        {
            if (Joined(boxes[i], box) is not { } joined)
                continue;
            boxes.RemoveAt(i);
            Add(joined);
            return;
        }
        if (boxes.Count < ExplanationLimits.MaxWays)
            boxes.Add(box);
        else
            Truncated = true;
    }

    public IEnumerator<bool[][]> GetEnumerator() => boxes.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

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
