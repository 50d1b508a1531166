using DeploymentRouter.Decisions.Compiling;
using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Replaying;

/// <summary>
/// Adjacent levels of a diagram, taken together: their answers are the digits of one number in mixed radix, so that a whole
/// group of answers is looked up at once. The digit of an open answer is one above those of the classes.
/// </summary>
internal sealed class AnswerGroups
{
    private static readonly int[] Widths = [4_096, 512, 64, 1];

    // Past it, look-ups would miss the caches and cost more than the steps they save: narrower groups are taken.
    private const long MaxEntries = 1 << 18;

    private readonly int[] arities;
    private readonly int[] groupOf;
    private readonly int[] weights;
    private readonly int[] sizes;

    private AnswerGroups(int[] arities, int width)
    {
        this.arities = arities;
        groupOf = new int[arities.Length];
        weights = new int[arities.Length];
        var found = new List<int>();
        for (var level = 0; level < arities.Length; level++)
        {
            var digits = arities[level] + 1;
            if (found.Count == 0 || (long)found[^1] * digits > width)
                found.Add(1);
            groupOf[level] = found.Count - 1;
            weights[level] = found[^1];
            found[^1] *= digits;
        }
        sizes = [.. found];
    }

    public int Levels => arities.Length;

    /// <summary>How many groups, and so codes, there are.</summary>
    public int Count => sizes.Length;

    public int GroupOf(int level) => groupOf[level];

    /// <summary>How many codes a group has.</summary>
    public int SizeOf(int group) => sizes[group];

    /// <summary>The widest groups for which the programs of all these diagrams stay small.</summary>
    public static AnswerGroups For(AnswerCode code, params ReadOnlySpan<Rooted> diagrams)
    {
        foreach (var width in Widths)
        {
            var groups = new AnswerGroups(code.Arities(), width);
            if (width == 1 || groups.EntriesOf(diagrams) <= MaxEntries)
                return groups;
        }
        throw new InvalidOperationException("One level at a time always goes.");
    }

    public void Pack(ReadOnlySpan<int> given, Span<ushort> codes)
    {
        if (codes.Length < Count)
            throw new ArgumentException($"There are {Count} codes and room for {codes.Length}.", nameof(codes));
        codes[..Count].Clear();
        for (var level = 0; level < given.Length; level++)
            codes[groupOf[level]] += (ushort)((given[level] == AnswerCode.Open ? arities[level] : given[level]) * weights[level]);
    }

    public void Unpack(ReadOnlySpan<ushort> codes, Span<int> given)
    {
        for (var level = 0; level < given.Length; level++)
            given[level] = ClassOf(codes[groupOf[level]], level);
    }

    /// <summary>The class a group's code has for one of its levels, or <see cref="AnswerCode.Open"/>.</summary>
    public int ClassOf(int code, int level)
    {
        var digit = code / weights[level] % (arities[level] + 1);
        return digit == arities[level] ? AnswerCode.Open : digit;
    }

    private long EntriesOf(ReadOnlySpan<Rooted> diagrams)
    {
        var entries = 0L;
        foreach (var (diagram, root) in diagrams)
        {
            var isEntered = new bool[diagram.Count];
            if (root >= 0)
                isEntered[root] = true;
            for (var node = 0; node < diagram.Count; node++)
            {
                foreach (var child in diagram.ChildrenOf(node))
                {
                    if (child >= 0 && groupOf[diagram.LevelOf(child)] != groupOf[diagram.LevelOf(node)])
                        isEntered[child] = true;
                }
                if (isEntered[node])
                    entries += sizes[groupOf[diagram.LevelOf(node)]];
            }
        }
        return entries;
    }
}
