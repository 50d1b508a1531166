using System.Diagnostics.CodeAnalysis;
using DeploymentRouter.Decisions.Comparing;
using DeploymentRouter.Decisions.Diagrams;
using DeploymentRouter.Decisions.Encoding;
using DeploymentRouter.Decisions.Proving;

namespace DeploymentRouter.Decisions;

/// <summary>
/// Two rule sets side by side: which combinations they decide differently, and how they decide stored answers. Questions are
/// the same when they have the same id; outcomes too.
/// </summary>
public sealed class RuleSetComparison
{
    private readonly JointBench bench;
    private readonly string[] outcomes;
    private readonly Replayer replayer;

    private RuleSetComparison(JointBench bench, string[] outcomes)
    {
        this.bench = bench;
        this.outcomes = outcomes;
        Differences = Compare();
        replayer = new Replayer(bench, outcomes);
    }

    /// <summary>What changes, exactly.</summary>
    public Comparison Differences { get; }

    /// <summary>Compiles both over the same answers. False, with the ceiling in words, where that is too large.</summary>
    public static bool TryMake(
        RuleSet before, RuleSet after, [NotNullWhen(true)] out RuleSetComparison? comparison, [NotNullWhen(false)] out Fault? fault)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        comparison = null;
        if (!JointQuestions.TryMake(before.Definition, after.Definition, out var questions, out fault))
            return false;
        string[] both = [.. before.Definition.Outcomes.Union(after.Definition.Outcomes, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        try
        {
            comparison = new RuleSetComparison(new JointBench(before.Definition, after.Definition, questions, both), both);
            return true;
        }
        catch (DiagramTooLargeException tooLarge)
        {
            fault = new Fault("rules", $"The two rule sets cannot be compared. {tooLarge.Message}");
            return false;
        }
    }

    /// <summary>How many codes <see cref="TryEncode"/> writes: one per group of questions.</summary>
    public int CodeLength => replayer.CodeLength;

    /// <summary>Writes answers as codes for <see cref="Replay(ReadOnlySpan{ushort})"/>, once for both rule sets. False: neither takes them.</summary>
    public bool TryEncode(AnswerSet answers, Span<ushort> codes)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return replayer.TryEncode(answers, codes);
    }

    /// <summary>Decides encoded answer sets, <see cref="CodeLength"/> codes each, by both rule sets.</summary>
    /// <exception cref="ArgumentException">The codes are no whole number of answer sets.</exception>
    public Replay Replay(ReadOnlySpan<ushort> codes) => replayer.Run(codes);

    /// <summary>Decides stored answer sets by both rule sets.</summary>
    public Replay Replay(IEnumerable<AnswerSet> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return replayer.Run(answers);
    }

    private Comparison Compare()
    {
        var builder = bench.Builder;
        var width = outcomes.Length + 1;
        var difference = builder.Difference(bench.Before.WhereTaken(builder), bench.After.WhereTaken(builder), width);
        var regions = new Regions(builder.Nodes, bench.Code);
        var examples = new Examples(bench.Code, builder.Nodes, [bench.Before.Asked, bench.After.Asked], Usual());
        var changed = regions.CountOf(difference)
            .Select(pair => new ChangedRegion(
                OutcomeAt(~pair.Key / width), OutcomeAt(~pair.Key % width), pair.Value,
                examples.Case(Paths.Shortest(builder.Nodes, difference, end => end == pair.Key)!)))
            .OrderByDescending(region => region.Count)
            .ThenBy(region => region.From, StringComparer.Ordinal)
            .ThenBy(region => region.To, StringComparer.Ordinal)
            .ToList();
        return new Comparison(regions.All, changed.Aggregate(System.Numerics.BigInteger.Zero, (sum, region) => sum + region.Count), changed);
    }

    private string? OutcomeAt(int end) => end == 0 ? null : outcomes[end - 1];

    // For answers that make no difference: the first that both take, so that an example shows nothing beside its point.
    private int[] Usual() =>
    [
        .. Enumerable.Range(0, bench.Code.Levels).Select(level =>
        {
            var (before, after) = (bench.Before.Taken[level], bench.After.Taken[level]);
            var both = Enumerable.Range(0, before.Length).FirstOrDefault(c => before[c] && after[c], AnswerCode.Open);
            return both != AnswerCode.Open ? both : Enumerable.Range(0, before.Length).First(c => before[c] || after[c]);
        }),
    ];
}
