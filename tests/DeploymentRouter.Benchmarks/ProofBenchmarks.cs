using BenchmarkDotNet.Attributes;
using DeploymentRouter.Benchmarks.Cases;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Playbooks;

namespace DeploymentRouter.Benchmarks;

/// <summary>Compiling and proving together, for playbooks and tables of several sizes.</summary>
public class ProofBenchmarks
{
    private readonly RuleSetDefinition one = PlaybookFile.LoadDefault().Require().Rules.Definition;
    private readonly RuleSetDefinition ten = TenTimes.Chained(PlaybookFile.LoadDefault().Require().Rules.Definition);
    private readonly RuleSetDefinition random = TenTimes.Random(seed: 2);
    private readonly RuleSetDefinition small = TreeTables.Make(questions: 14, values: 4, rows: 120, seed: 2);
    private readonly RuleSetDefinition middle = TreeTables.Make(questions: 18, values: 5, rows: 400, seed: 1);
    private readonly RuleSetDefinition large = TreeTables.Make(questions: 24, values: 6, rows: 1_000, seed: 1);

    [Benchmark(Description = "default, from file")]
    public int FromFile() => Findings(PlaybookFile.LoadDefault().Require().Rules.Definition);

    [Benchmark(Description = "default, compile and prove")]
    public int Default() => CompileAndProve(one);

    [Benchmark(Description = "ten times the default, in a chain")]
    public int Ten() => CompileAndProve(ten);

    [Benchmark(Description = "ten times the default, random conditions, unsound")]
    public int TenRandom() => CompileAndProve(random);

    [Benchmark(Description = "tree 14 x 4 x 120")]
    public int SmallTree() => CompileAndProve(small);

    [Benchmark(Description = "tree 18 x 5 x 400")]
    public int MiddleTree() => CompileAndProve(middle);

    [Benchmark(Description = "tree 24 x 6 x 1000, proven without a diagram")]
    public int LargeTree() => Findings(large);

    [Benchmark(Description = "tree 24 x 6 x 1000, refused by the compiler")]
    public int LargeTreeRefused() => RuleSet.TryCompile(large, out _, out _) ? throw new InvalidOperationException("It fits.") : 0;

    private static int CompileAndProve(RuleSetDefinition definition) =>
        RuleSet.TryCompile(definition, out _, out var faults) ? Findings(definition) : throw new InvalidOperationException(faults[0].Message);

    private static int Findings(RuleSetDefinition definition) => RuleSetProof.Run(definition).Findings.Count;
}
