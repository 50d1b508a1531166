using BenchmarkDotNet.Attributes;
using DeploymentRouter.Benchmarks.Cases;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Playbooks;

namespace DeploymentRouter.Benchmarks;

/// <summary>What can be said about a decision, per customer. Every answer may change, which is the most there is to look for.</summary>
public class ExplanationBenchmarks
{
    private readonly RuleSet rules = Changeable(PlaybookFile.LoadDefault().Require().Rules.Definition);
    private readonly AnswerSet[] few = RandomCustomers.Answers[..1_000];
    private readonly AnswerSet[] open = [.. RandomCustomers.Answers[..1_000].Select(Opened)];

    [Benchmark(Description = "decision, every counterfactual, carrying answers", OperationsPerInvoke = 1_000)]
    public int Everything()
    {
        var said = 0;
        foreach (var answers in few)
            said += rules.Decide(answers).Possible.Count + rules.Counterfactuals(answers).Sum(one => one.Ways.Count) + rules.Carrying(answers).Count;
        return said;
    }

    [Benchmark(Description = "the same with half the answers open", OperationsPerInvoke = 1_000)]
    public int EverythingHalfOpen()
    {
        var said = 0;
        foreach (var answers in open)
            said += rules.Decide(answers).Possible.Count + rules.Counterfactuals(answers).Sum(one => one.Ways.Count) + rules.Carrying(answers).Count;
        return said;
    }

    [Benchmark(Description = "why not, half open", OperationsPerInvoke = 1_000)]
    public int WhyNot() => open.Sum(answers => rules.WhyNot(answers).Count);

    [Benchmark(Description = "next questions, half open", OperationsPerInvoke = 1_000)]
    public int Next() => open.Sum(answers => rules.NextQuestions(answers).Count);

    private static RuleSet Changeable(RuleSetDefinition definition)
    {
        var changeable = definition with
        {
            Questions = [.. definition.Questions.Select(question => question with { Changeability = Changeability.CustomersChoice })],
        };
        return RuleSet.TryCompile(changeable, out var rules, out var faults) ? rules : throw new InvalidOperationException(string.Join("; ", faults));
    }

    private static AnswerSet Opened(AnswerSet answers, int index) => answers.ByQuestion.Keys.Index()
        .Where(pair => (pair.Index + index) % 2 == 0)
        .Aggregate(answers, (some, pair) => some.With(pair.Item, null));
}
