using System.Diagnostics;
using static DeploymentRouter.Decisions.Tests.Rules;

namespace DeploymentRouter.Decisions.Tests.Compiling;

/// <summary>What is too large is refused by the name of the ceiling, soon, and without harm to the stack.</summary>
public sealed class CeilingTests
{
    private static readonly string[] Values = [.. Enumerable.Range(0, 6).Select(i => $"v{i}")];

    [Theory]
    [InlineData("questions")]
    [InlineData("conditions")]
    [InlineData("rules")]
    [InlineData("outcomes")]
    [InlineData("flags")]
    public void Too_many_of_anything_is_refused(string what)
    {
        var many = Enumerable.Range(0, 2_001).Select(i => $"x{i}").ToArray();
        var definition = With(Formula.Always);
        Assert.Equal(what, Refused(what switch
        {
            "questions" => definition with { Questions = [.. many.Select(id => YesNo(id))] },
            "conditions" => definition with { Conditions = [.. many.Select(id => new Condition(id, Formula.Always, null, null))] },
            "rules" => definition with { Rules = [.. many.Select(id => new Rule(id, Formula.Always, "own", ""))] },
            "outcomes" => definition with { Outcomes = many },
            _ => definition with { Flags = [.. many.Select(id => new NamedFormula(id, Formula.Always))] },
        }).Where);
    }

    [Fact]
    public void Endless_nesting_is_refused() => AssertRefused(
        With(Enumerable.Range(0, 1_000_000).Aggregate(Line("quick is yes"), (inner, _) => new Negation(inner))), "more than 64 levels deep");

    [Fact]
    public void A_formula_that_contains_itself_over_and_over_is_refused() => AssertRefused(
        With(Enumerable.Range(0, 60).Aggregate(Line("quick is yes"), (inner, _) => new AllOf([inner, inner]))), "more than 50,000 parts");

    [Fact]
    public void A_long_chain_of_conditions_is_no_burden()
    {
        var conditions = Enumerable.Range(1, 999).Select(i => new Condition($"c{i}", Line($"not c{i - 1}"), null, null));
        var rules = Compiled(With(Line("c999")) with { Conditions = [.. conditions, new("c0", Line("quick is yes"), null, null)] });
        Assert.Equal("cloud", rules.Decide(Given(("quick", No))).Outcome);
        Assert.NotEmpty(rules.WhyNot(Given(("quick", No))));
    }

    [Fact]
    public void More_kinds_of_answers_than_a_node_can_branch_on_are_refused()
    {
        var options = Enumerable.Range(0, 40).Select(i => $"o{i}").ToArray();
        AssertRefused(
            With(new AnyOf([.. options.Select(option => Line($"set contains {option}"))]), AnyOf("set", 0, string.Join(' ', options))),
            "more than 4,096 kinds of answers");
    }

    [Fact]
    public void A_staircase_of_hundreds_of_steps_is_joined_half_by_half_and_stays_small()
    {
        var steps = Enumerable.Range(1, 600).Select(i => All($"low <= {i}", $"high >= {i}"));
        var definition = With(new AnyOf([.. steps])) with { Questions = [Number("low", 1_000), Number("high", 1_000)] };
        var rules = Compiled(definition);
        Assert.Equal("cloud", rules.Decide(Given(("low", Count(300)), ("high", Count(300)))).Outcome);
        Assert.Equal("own", rules.Decide(Given(("low", Count(301)), ("high", Count(300)))).Outcome);
    }

    [Fact]
    public void Rules_that_explode_the_diagram_are_refused()
    {
        var random = new Random(1);
        var questions = Enumerable.Range(0, 24).Select(i => OneOf($"q{i}", string.Join(' ', Values))).ToArray();
        var rows = Enumerable.Range(0, 1_000).Select(i => new Rule(
            $"R{i}",
            All([.. Enumerable.Range(0, 4).Select(_ => $"q{random.Next(24)} is {Values[random.Next(6)]}")]),
            random.Next(2) == 0 ? "cloud" : "own",
            ""));
        AssertRefused(With(Formula.Always) with { Questions = questions, Rules = [.. rows] }, "more than 10,000,000 steps");
    }

    private static RuleSetDefinition With(Formula formula, Question? question = null) => new(
        [question ?? YesNo("quick")],
        [],
        [new("R1", formula, "cloud", ""), new("R2", Formula.Always, "own", "")],
        ["cloud", "own"]);

    private static void AssertRefused(RuleSetDefinition definition, string ceiling)
    {
        var watch = Stopwatch.StartNew();
        Assert.Contains(ceiling, Refused(definition).Message, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"It took {watch.Elapsed}.");
    }

    private static Fault Refused(RuleSetDefinition definition)
    {
        Assert.False(RuleSet.TryCompile(definition, out var rules, out var faults));
        Assert.Null(rules);
        return Assert.Single(faults);
    }
}
