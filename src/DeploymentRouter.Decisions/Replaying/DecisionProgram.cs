using DeploymentRouter.Decisions.Compiling;

namespace DeploymentRouter.Decisions.Replaying;

/// <summary>
/// A diagram flattened for the fastest walk: one table, in which each step begins with its group, followed by where each of the
/// group's codes leads: the place of another step, or the complement of a terminal's value.
/// </summary>
internal sealed class DecisionProgram
{
    // Not the complement of any terminal's value.
    private const int NeedsOpenAnswer = int.MinValue;

    private readonly int[] table;
    private readonly int root;

    public DecisionProgram(Rooted rooted, AnswerGroups groups)
    {
        Groups = groups;
        (table, root) = new ProgramWriter(rooted.Diagram, groups, NeedsOpenAnswer).Write(rooted.Root);
    }

    /// <summary>How the codes it reads are made of answers.</summary>
    public AnswerGroups Groups { get; }

    /// <summary>The terminal value, or -1 where the way comes to an open answer.</summary>
    /// <param name="codes">As <see cref="AnswerGroups.Pack"/> writes them.</param>
    public int Run(ReadOnlySpan<ushort> codes)
    {
        var entries = table;
        var at = root;
        while (at >= 0)
            at = entries[at + 1 + codes[entries[at]]];
        return at == NeedsOpenAnswer ? -1 : ~at;
    }
}
