using DeploymentRouter.Decisions.Compiling;
using DeploymentRouter.Decisions.Diagrams;
using DeploymentRouter.Decisions.Encoding;
using DeploymentRouter.Decisions.Replaying;

namespace DeploymentRouter.Decisions.Comparing;

/// <summary>One of two rule sets, ready to decide encoded answer sets.</summary>
internal sealed class SideOfReplay
{
    public const int Undecided = -1;
    public const int NotTaken = -2;

    private readonly Rooted rooted;
    private readonly AnswerGroups groups;
    private readonly DecisionProgram program;
    private readonly int outcomes;
    private readonly (int Level, bool[] Taken)[] limited;

    public SideOfReplay(Rooted rooted, AnswerGroups groups, SideOfBench side, int outcomes)
    {
        (this.rooted, this.groups, this.outcomes) = (rooted, groups, outcomes);
        program = new DecisionProgram(rooted, groups);
        limited = [.. side.Taken.Index().Where(pair => pair.Item.Contains(false)).Select(pair => (pair.Index, pair.Item))];
    }

    public static Rooted DiagramOf(SideOfBench side, DiagramBuilder builder)
    {
        Span<int> root = [side.AsIfTaken(builder)];
        return new Rooted(Diagram.Freeze(builder.Nodes, root), root[0]);
    }

    /// <summary>The rank of the outcome, or one of the constants.</summary>
    public int Run(ReadOnlySpan<ushort> codes)
    {
        foreach (var (level, taken) in limited)
        {
            if (groups.ClassOf(codes[groups.GroupOf(level)], level) is >= 0 and var answerClass && !taken[answerClass])
                return NotTaken;
        }
        var rank = program.Run(codes);
        return rank >= 0 ? rank : RunOpen(codes);
    }

    private int RunOpen(ReadOnlySpan<ushort> codes)
    {
        var given = new int[groups.Levels];
        groups.Unpack(codes, given);
        var reached = new ulong[Bits.Words(outcomes)];
        new Sweep(rooted.Diagram, given, new ulong[Bits.Words(rooted.Diagram.Count)]).Reach(rooted.Root, reached);
        return Bits.Listed(reached) is [var only] ? only : Undecided;
    }
}
