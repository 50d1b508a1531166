using DeploymentRouter.Decisions.Compiling;
using DeploymentRouter.Decisions.Diagrams;
using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Replaying;

/// <summary>
/// A diagram flattened for the fastest walk. A step reads up to four answers at once, as the digits of one index, and looks up
/// where to go: fewer steps that wait for each other. The digit of an open answer is one above those of the classes.
/// </summary>
internal sealed class DecisionProgram
{
    // Not the complement of any terminal's value.
    private const int NeedsOpenAnswer = int.MinValue;

    private readonly int[] arities;
    private readonly Step[] steps;
    private readonly int[] entries;
    private readonly int root;

    public DecisionProgram(Rooted rooted, AnswerCode code)
    {
        arities = code.Arities();
        var writer = new ProgramWriter(rooted.Diagram, arities);
        root = writer.Write(rooted.Root, NeedsOpenAnswer);
        (steps, entries) = (writer.Steps, writer.Entries);
    }

    /// <summary>The terminal value, or -1 where the way comes to an open answer.</summary>
    /// <param name="codes">As <see cref="Pack"/> writes them.</param>
    public int Run(ReadOnlySpan<ushort> codes)
    {
        var (program, table) = (steps, entries);
        var at = root;
        while (at >= 0)
        {
            ref readonly var step = ref program[at];
            at = table[step.Place + codes[step.First]
                + codes[step.Second] * step.OfSecond + codes[step.Third] * step.OfThird + codes[step.Fourth] * step.OfFourth];
        }
        return at == NeedsOpenAnswer ? -1 : ~at;
    }

    public void Pack(ReadOnlySpan<int> given, Span<ushort> codes)
    {
        if (codes.Length < given.Length)
            throw new ArgumentException($"There are {given.Length} codes and room for {codes.Length}.", nameof(codes));
        for (var level = 0; level < given.Length; level++)
            codes[level] = (ushort)(given[level] == AnswerCode.Open ? arities[level] : given[level]);
    }

    public void Unpack(ReadOnlySpan<ushort> codes, Span<int> given)
    {
        for (var level = 0; level < given.Length; level++)
            given[level] = codes[level] == arities[level] ? AnswerCode.Open : codes[level];
    }
}
