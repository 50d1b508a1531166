using BenchmarkDotNet.Attributes;
using DeploymentRouter.Benchmarks.Cases;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Playbooks;

namespace DeploymentRouter.Benchmarks;

/// <summary>A million stored answer sets decided by the default playbook and by a revision of it, in one run on one core.</summary>
public class ReplayBenchmarks
{
    private const int Sets = 1_000_000;

    private readonly RuleSetComparison comparison = Compare();
    private ushort[] codes = [];

    [GlobalSetup]
    public void Encode()
    {
        codes = new ushort[Sets * comparison.CodeLength];
        for (var i = 0; i < Sets; i++)
        {
            if (!comparison.TryEncode(Stored(i), codes.AsSpan(i * comparison.CodeLength, comparison.CodeLength)))
                throw new InvalidOperationException("An answer is not taken.");
        }
        Console.WriteLine($"// {comparison.Replay(codes).Moved} of {Sets} move.");
    }

    [Benchmark(Description = "replay 1,000,000 encoded answer sets")]
    public int Encoded() => comparison.Replay(codes).Moved;

    [Benchmark(Description = "encode and replay 1,000,000 answer sets")]
    public int Answers() => comparison.Replay(Enumerable.Range(0, Sets).Select(Stored)).Moved;

    [Benchmark(Description = "compare the two, every combination")]
    public int Differences() => Compare().Differences.Regions.Count;

    private static AnswerSet Stored(int i) => RandomCustomers.Answers[i % RandomCustomers.Count];

    private static RuleSetComparison Compare()
    {
        var before = PlaybookFile.LoadDefault().Require().Rules;
        var revised = before.Definition with
        {
            Conditions =
            [
                .. before.Definition.Conditions.Select(condition => condition.Id == "too_many_users"
                    ? condition with { When = new AnswerTest("users_full", new IsInRange(10_001, null)) }
                    : condition),
            ],
        };
        if (!RuleSet.TryCompile(revised, out var after, out var faults))
            throw new InvalidOperationException(string.Join("; ", faults));
        return RuleSetComparison.TryMake(before, after, out var comparison, out var fault)
            ? comparison
            : throw new InvalidOperationException(fault.Message);
    }
}
