using System.Runtime.InteropServices;
using DeploymentRouter.Decisions.Encoding;
using DeploymentRouter.Decisions.Replaying;

namespace DeploymentRouter.Decisions.Comparing;

/// <summary>Decides encoded answer sets by two rule sets and counts where they go.</summary>
internal sealed class Replayer
{
    private readonly AnswerCode code;
    private readonly AnswerGroups groups;
    private readonly SideOfReplay before;
    private readonly SideOfReplay after;
    private readonly string[] outcomes;

    public Replayer(JointBench bench, string[] outcomes)
    {
        this.outcomes = outcomes;
        code = bench.Code;
        var (old, revised) = (SideOfReplay.DiagramOf(bench.Before, bench.Builder), SideOfReplay.DiagramOf(bench.After, bench.Builder));
        groups = AnswerGroups.For(bench.Code, old, revised);
        before = new SideOfReplay(old, groups, bench.Before, outcomes.Length);
        after = new SideOfReplay(revised, groups, bench.After, outcomes.Length);
    }

    public int CodeLength => groups.Count;

    public bool TryEncode(AnswerSet answers, Span<ushort> codes)
    {
        Span<int> given = stackalloc int[code.Levels];
        if (!code.TryEncode(answers, given))
            return false;
        groups.Pack(given, codes);
        return true;
    }

    public Replay Run(ReadOnlySpan<ushort> codes)
    {
        if (CodeLength > 0 && codes.Length % CodeLength != 0)
            throw new ArgumentException($"{codes.Length} codes are no whole number of answer sets of {CodeLength}.", nameof(codes));
        var tally = new Dictionary<(int, int), List<int>>();
        var count = CodeLength == 0 ? 0 : codes.Length / CodeLength;
        for (var index = 0; index < count; index++)
            Count(tally, index, codes.Slice(index * CodeLength, CodeLength));
        return Told(count, tally);
    }

    public Replay Run(IEnumerable<AnswerSet> answers)
    {
        var tally = new Dictionary<(int, int), List<int>>();
        var codes = new ushort[CodeLength];
        var count = 0;
        foreach (var one in answers)
        {
            if (TryEncode(one, codes))
                Count(tally, count++, codes);
            else
                Add(tally, count++, SideOfReplay.NotTaken, SideOfReplay.NotTaken);
        }
        return Told(count, tally);
    }

    private void Count(Dictionary<(int, int), List<int>> tally, int index, ReadOnlySpan<ushort> codes) =>
        Add(tally, index, before.Run(codes), after.Run(codes));

    private static void Add(Dictionary<(int, int), List<int>> tally, int index, int from, int to) =>
        (CollectionsMarshal.GetValueRefOrAddDefault(tally, (from, to), out _) ??= []).Add(index);

    private Replay Told(int count, Dictionary<(int From, int To), List<int>> tally) => new(
        count,
        [
            .. tally.OrderByDescending(pair => pair.Value.Count).ThenBy(pair => pair.Key.From).ThenBy(pair => pair.Key.To)
                .Select(pair => new ReplayMove(SaidAs(pair.Key.From), SaidAs(pair.Key.To), pair.Value)),
        ]);

    private Said SaidAs(int rank) => rank switch
    {
        SideOfReplay.NotTaken => new(null, IsTaken: false),
        SideOfReplay.Undecided => new(null, IsTaken: true),
        _ => new(outcomes[rank], IsTaken: true),
    };
}
