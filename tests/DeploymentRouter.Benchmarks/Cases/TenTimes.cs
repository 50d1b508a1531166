using System.Globalization;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Benchmarks.Cases;

/// <summary>Playbooks ten times the default: ten copies one after the other, and as many random rows in its style.</summary>
internal static class TenTimes
{
    private const int Copies = 10;

    /// <summary>Each copy goes on where the one before it finds nothing but its last row.</summary>
    public static RuleSetDefinition Chained(RuleSetDefinition one) => new(
        [.. Times(copy => one.Questions.Select(q => q with { Id = Id(q.Id, copy), AskedWhen = q.AskedWhen is { } when ? In(when, copy) : null }))],
        [.. Times(copy => one.Conditions.Select(c => c with { Id = Id(c.Id, copy), When = In(c.When, copy) }))],
        [
            .. Times(copy => one.Rules.SkipLast(copy < Copies - 1 ? 1 : 0)
                .Select(r => r with { Id = Id(r.Id, copy), When = In(r.When, copy), Outcome = Id(r.Outcome, copy) })),
        ],
        [.. Times(copy => one.Rules.SkipLast(copy < Copies - 1 ? 1 : 0).Select(r => Id(r.Outcome, copy)).Distinct())],
        [.. Times(copy => one.Flags.Select(f => f with { Id = Id(f.Id, copy), When = In(f.When, copy) }))]);

    /// <summary>200 questions, 150 conditions over two to four of them that stand near each other, and 50 rows over two to three conditions.</summary>
    public static RuleSetDefinition Random(int seed)
    {
        var random = new Random(seed);
        var questions = Enumerable.Range(0, 200).Select(i => new Question(
            $"q{i}",
            (i % 4) switch { 0 => new YesNoDomain(), 1 => new OneOfDomain(["a", "b", "c", "d"]), 2 => new AnyOfDomain(["a", "b", "c"], 0), _ => new WholeNumberDomain(1, 1_000_000) },
            null,
            "CE")).ToArray();
        var conditions = Enumerable.Range(0, 150).Select(i => new Condition($"c{i}", Joined(random, random.Next(2, 5), () => Test(random, questions[Near(random, i, 150, 200)])), null, null)).ToArray();
        var rows = Enumerable.Range(0, 50).Select(i => new Rule($"R{i}", new AllOf([.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => Signed(random, new NamedCondition($"c{Near(random, i, 50, 150)}")))]), $"o{i % 8}", ""));
        return new RuleSetDefinition(questions, conditions, [.. rows, new Rule("last", Formula.Always, "o0", "")], [.. Enumerable.Range(0, 8).Select(i => $"o{i}")]);
    }

    // People write what belongs together side by side.
    private static int Near(Random random, int index, int of, int all) => Math.Clamp(index * all / of + random.Next(-4, 5), 0, all - 1);

    private static Formula Joined(Random random, int count, Func<Formula> part)
    {
        Formula[] parts = [.. Enumerable.Range(0, count).Select(_ => part())];
        return random.Next(2) == 0 ? new AllOf(parts) : new AnyOf(parts);
    }

    private static Formula Signed(Random random, Formula formula) => random.Next(3) == 0 ? new Negation(formula) : formula;

    private static AnswerTest Test(Random random, Question question) => new(question.Id, question.Domain switch
    {
        YesNoDomain => new IsOneOf([random.Next(2) == 0 ? "yes" : "no"]),
        OneOfDomain oneOf => new IsOneOf([oneOf.Values[random.Next(oneOf.Values.Count)]]),
        AnyOfDomain anyOf => new ContainsAnyOf([anyOf.Values[random.Next(anyOf.Values.Count)]]),
        _ => new IsInRange(10_000 * random.Next(1, 5), null),
    });

    private static IEnumerable<T> Times<T>(Func<int, IEnumerable<T>> copy) => Enumerable.Range(0, Copies).SelectMany(copy);

    private static string Id(string id, int copy) => string.Create(CultureInfo.InvariantCulture, $"{id}_{copy}");

    private static Formula In(Formula formula, int copy) => formula switch
    {
        AnswerTest test => test with { QuestionId = Id(test.QuestionId, copy) },
        NamedCondition named => new NamedCondition(Id(named.ConditionId, copy)),
        AllOf all => new AllOf([.. all.Parts.Select(part => In(part, copy))]),
        AnyOf any => new AnyOf([.. any.Parts.Select(part => In(part, copy))]),
        Negation negation => new Negation(In(negation.Inner, copy)),
        _ => throw new ArgumentOutOfRangeException(nameof(formula)),
    };
}
