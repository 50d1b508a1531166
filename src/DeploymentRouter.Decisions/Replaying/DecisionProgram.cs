using DeploymentRouter.Decisions.Compiling;
using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Replaying;

/// <summary>
/// A diagram flattened into one array for the fastest walk: an entry is the next node, packed as its level and the place of
/// its first edge, or the complement of a terminal's value.
/// </summary>
internal sealed class DecisionProgram
{
    // 8 bits of level (MaxQuestions) above 23 bits of place (MaxEdges), and the sign for terminals.
    private const int PlaceBits = 23;
    private const int PlaceMask = (1 << PlaceBits) - 1;

    /// <summary>The class of an open answer in an encoded answer set.</summary>
    public const ushort Open = ushort.MaxValue;

    private readonly int[] entries;
    private readonly int root;

    public DecisionProgram(Rooted rooted)
    {
        var diagram = rooted.Diagram;
        var packed = new int[diagram.Count];
        var place = 0;
        for (var node = 0; node < packed.Length; node++)
        {
            packed[node] = diagram.LevelOf(node) << PlaceBits | place;
            place += diagram.ChildrenOf(node).Length;
        }
        entries = new int[place];
        for (var (node, at) = (0, 0); node < packed.Length; node++)
        {
            foreach (var child in diagram.ChildrenOf(node))
                entries[at++] = Packed(child);
        }
        root = Packed(rooted.Root);

        int Packed(int node) => node < 0 ? node : packed[node];
    }

    /// <summary>The terminal value, or -1 where the way comes to an open answer.</summary>
    public int Run(ReadOnlySpan<ushort> codes)
    {
        var table = entries;
        var at = root;
        while (at >= 0)
        {
            var answerClass = codes[at >> PlaceBits];
            if (answerClass == Open)
                return -1;
            at = table[(at & PlaceMask) + answerClass];
        }
        return ~at;
    }

    public static void Pack(ReadOnlySpan<int> given, Span<ushort> codes)
    {
        if (codes.Length < given.Length)
            throw new ArgumentException($"There are {given.Length} codes and room for {codes.Length}.", nameof(codes));
        for (var level = 0; level < given.Length; level++)
            codes[level] = given[level] == AnswerCode.Open ? Open : (ushort)given[level];
    }

    public static void Unpack(ReadOnlySpan<ushort> codes, Span<int> given)
    {
        for (var level = 0; level < given.Length; level++)
            given[level] = codes[level] == Open ? AnswerCode.Open : codes[level];
    }
}
