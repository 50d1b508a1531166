using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Diagrams;

/// <summary>What a diagram says once some answers are given: the rest of it that open answers still reach.</summary>
/// <param name="marks">One cleared bit a node; afterwards the nodes that some completion passes through.</param>
internal readonly ref struct Sweep(Diagram diagram, ReadOnlySpan<int> given, Span<ulong> marks)
{
    private const int StackNodes = 512;

    private readonly ReadOnlySpan<int> given = given;
    private readonly Span<ulong> marks = marks;

    /// <summary>Sets the bit of each terminal value that some completion reaches. Marks no nodes before the first open one.</summary>
    public void Reach(int root, Span<ulong> terminals) => ReachFrom(diagram.Walk(root, given), terminals);

    /// <summary>As <see cref="Reach"/>, but marks every node from <paramref name="root"/> on.</summary>
    public void ReachFrom(int root, Span<ulong> terminals)
    {
        Mark(root, terminals);
        for (var word = 0; word < marks.Length; word++)
        {
            // Children have higher numbers, so a word may gain bits above the one at work, never below.
            var done = 0UL;
            while ((marks[word] & ~done) is var rest and not 0)
            {
                done |= rest & (0 - rest);
                ReachChildren((word << 6) + (int)ulong.TrailingZeroCount(rest), terminals);
            }
        }
    }

    /// <summary>
    /// After <see cref="Reach"/>: sets the bit of each open level that the restricted function depends on. A level counts when a
    /// node that some completion passes through has two children that differ as functions, which equal numbers decide once
    /// the restricted diagram is reduced again, bottom up.
    /// </summary>
    public void Essential(Span<ulong> essential)
    {
        using var reduced = new Scratch<int>(stackalloc int[StackNodes], diagram.Count);
        var slots = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(2 * Bits.Count(marks)) + 2);
        using var table = new Scratch<int>(stackalloc int[2 * StackNodes], slots);
        var reduction = new Reduction(diagram, reduced.Span, table.Span);
        for (var word = marks.Length - 1; word >= 0; word--)
        {
            for (var rest = marks[word]; rest != 0;)
            {
                var bit = 63 - (int)ulong.LeadingZeroCount(rest);
                rest &= ~(1UL << bit);
                var node = (word << 6) + bit;
                var answerClass = given[diagram.LevelOf(node)];
                if (answerClass != AnswerCode.Open)
                    reduction.Follow(node, answerClass);
                else if (reduction.Keep(node))
                    essential.Set(diagram.LevelOf(node));
            }
        }
    }

    private void ReachChildren(int node, Span<ulong> terminals)
    {
        var children = diagram.ChildrenOf(node);
        var answerClass = given[diagram.LevelOf(node)];
        if (answerClass != AnswerCode.Open)
        {
            Mark(children[answerClass], terminals);
            return;
        }
        foreach (var child in children)
            Mark(child, terminals);
    }

    private void Mark(int node, Span<ulong> terminals)
    {
        if (node < 0)
            terminals.Set(~node);
        else
            marks.Set(node);
    }
}
