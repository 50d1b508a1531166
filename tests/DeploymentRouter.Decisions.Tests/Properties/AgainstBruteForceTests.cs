using CsCheck;

namespace DeploymentRouter.Decisions.Tests.Properties;

/// <summary>Thousands of random small rule sets: the diagram says exactly what trying every combination says.</summary>
public sealed class AgainstBruteForceTests
{
    private const int RuleSets = 3_000;

    [Fact]
    public void What_is_decided_is_what_every_completion_says() => RandomRules.Source.Sample(
        bytes =>
        {
            var choices = new Choices(bytes);
            var definition = RandomRules.Make(choices);
            var (rules, truth) = (Compiled(definition), new BruteForce(definition));
            for (var i = 0; i < 4; i++)
            {
                var answers = RandomRules.SomeAnswers(definition, choices);
                var decision = rules.Decide(answers);
                Assert.Equal(truth.Possible(answers), decision.Possible);
                Assert.Equal(truth.Open(answers), decision.Open.Select(question => question.Id));
                Assert.Equal(truth.PossibleRules(answers), decision.PossibleRules);
            }
        },
        iter: RuleSets);

    [Fact]
    public void Branching_and_formulas_are_read_exactly() => RandomRules.Source.Sample(
        bytes =>
        {
            var choices = new Choices(bytes);
            var definition = RandomRules.Make(choices);
            var (rules, truth) = (Compiled(definition), new BruteForce(definition));
            var answers = RandomRules.SomeAnswers(definition, choices);
            foreach (var question in definition.Questions)
                Assert.Equal(truth.AskingOf(question.Id, answers), rules.AskingOf(question.Id, answers));
            foreach (var formula in FormulasOf(definition).Append(RandomRules.Another(definition, choices)))
                Assert.Equal(truth.Holds(formula, answers), rules.Holds(formula, answers));
        },
        iter: RuleSets);

    [Fact]
    public void A_gap_in_the_rows_is_found_whenever_there_is_one() => RandomRules.Source.Sample(
        bytes =>
        {
            var choices = new Choices(bytes);
            var definition = RandomRules.Make(choices, covered: false);
            var compiled = RuleSet.TryCompile(definition, out _, out var faults);
            Assert.Equal(!new BruteForce(definition).LeavesGaps, compiled);
            Assert.Equal(compiled, faults.Count == 0);
        },
        iter: RuleSets);

    private static RuleSet Compiled(RuleSetDefinition definition)
    {
        Assert.True(RuleSet.TryCompile(definition, out var rules, out var faults), string.Join("; ", faults));
        return rules!;
    }

    private static IEnumerable<Formula> FormulasOf(RuleSetDefinition definition) =>
    [
        .. definition.Questions.Select(question => question.AskedWhen).OfType<Formula>(),
        .. definition.Conditions.Select(condition => condition.When),
        .. definition.Conditions.Select(condition => new NamedCondition(condition.Id)),
        .. definition.Rules.Select(rule => rule.When),
        .. definition.Flags.Select(flag => flag.When),
    ];
}
