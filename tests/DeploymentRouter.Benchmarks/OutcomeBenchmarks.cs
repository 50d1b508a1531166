using BenchmarkDotNet.Attributes;
using DeploymentRouter.Benchmarks.Cases;
using DeploymentRouter.Benchmarks.Rivals;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Playbooks;

namespace DeploymentRouter.Benchmarks;

/// <summary>The default routing of the same ten thousand customers, per customer. All contenders are made to agree first.</summary>
public class OutcomeBenchmarks
{
    private readonly RuleSet rules = PlaybookFile.LoadDefault().Require().Rules;
    private readonly RulesEngineRouting engine = new();
    private readonly NumberedCustomer[] numbered = Array.ConvertAll(RandomCustomers.All, customer => new NumberedCustomer(customer));
    private readonly Dictionary<string, Answer>[] dictionaries = Array.ConvertAll(
        RandomCustomers.Answers, answers => new Dictionary<string, Answer>(answers.ByQuestion, StringComparer.Ordinal));
    private ushort[] codes = [];

    [GlobalSetup]
    public void Agree()
    {
        codes = new ushort[RandomCustomers.Count * rules.CodeLength];
        var counts = new Dictionary<string, int>();
        for (var i = 0; i < RandomCustomers.Count; i++)
        {
            rules.Encode(RandomCustomers.Answers[i], CodesOf(i));
            var outcome = HandWritten.Strategy(RandomCustomers.All[i]);
            counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
            if (rules.OutcomeOf(CodesOf(i)) != outcome || rules.Decide(RandomCustomers.Answers[i]).Outcome != outcome
                || engine.Strategy(numbered[i]).Result != outcome)
                throw new InvalidOperationException($"Customer {i} is not decided alike.");
        }
        Console.WriteLine($"// All agree: {string.Join(", ", counts)}");
    }

    [Benchmark(Baseline = true, Description = "hand-written C#: outcome", OperationsPerInvoke = RandomCustomers.Count)]
    public int ByHand()
    {
        var letters = 0;
        foreach (ref readonly var customer in RandomCustomers.All.AsSpan())
            letters += HandWritten.Strategy(customer).Length;
        return letters;
    }

    [Benchmark(Description = "ours: outcome of encoded answers", OperationsPerInvoke = RandomCustomers.Count)]
    public int Encoded()
    {
        var letters = 0;
        for (var i = 0; i < RandomCustomers.Count; i++)
            letters += rules.OutcomeOf(CodesOf(i))!.Length;
        return letters;
    }

    [Benchmark(Description = "ours: rule, sentence, possible, open", OperationsPerInvoke = RandomCustomers.Count)]
    public int Decided()
    {
        var letters = 0;
        foreach (var answers in RandomCustomers.Answers)
        {
            var decision = rules.Decide(answers);
            letters += decision.Rule!.Because.Length + decision.Possible.Count + decision.Open.Count;
        }
        return letters;
    }

    [Benchmark(Description = "ours: the same from a dictionary of answers", OperationsPerInvoke = RandomCustomers.Count)]
    public int DecidedFromDictionaries()
    {
        var letters = 0;
        foreach (var answers in dictionaries)
        {
            var decision = rules.Decide(AnswerSet.Of(answers));
            letters += decision.Rule!.Because.Length + decision.Possible.Count + decision.Open.Count;
        }
        return letters;
    }

    [Benchmark(Description = "RulesEngine: outcome", OperationsPerInvoke = RandomCustomers.Count)]
    public async Task<int> ByRulesEngine()
    {
        var letters = 0;
        foreach (var customer in numbered)
            letters += (await engine.Strategy(customer)).Length;
        return letters;
    }

    private Span<ushort> CodesOf(int i) => codes.AsSpan(i * rules.CodeLength, rules.CodeLength);
}
