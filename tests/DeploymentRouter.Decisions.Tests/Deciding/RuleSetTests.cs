using static DeploymentRouter.Decisions.Tests.Rules;

namespace DeploymentRouter.Decisions.Tests.Deciding;

public sealed class RuleSetTests
{
    private static readonly RuleSet Policy = Compiled(new(
        [
            YesNo("quick"),
            Number("users", 1_000, Line("quick is yes")),
            OneOf("provider", "aws gcp own"),
            AnyOf("certifications", 1, "soc2 iso"),
        ],
        [new("small", Line("users <= 10"), "small enough", "too large")],
        [
            new("R1", Line("small"), "cloud", "it is small"),
            new("R2", Line("provider is aws"), "cloud", "it is on AWS"),
            new("R3", Line("certifications contains iso"), "special", "it is certified"),
            new("R4", Formula.Always, "own", "nothing else fits"),
        ],
        ["own", "cloud", "special"]));

    [Fact]
    public void Complete_answers_have_one_outcome_one_row_and_nothing_open()
    {
        var decision = Policy.Decide(Given(("quick", No), ("users", Count(5)), ("provider", Choice("gcp")), ("certifications", Chosen("soc2"))));
        Assert.Equal("own", decision.Outcome);
        Assert.Equal("nothing else fits", decision.Rule!.Because);
        Assert.Empty(decision.Open);
    }

    [Fact]
    public void One_outcome_left_leaves_nothing_open_even_while_rows_compete()
    {
        var decision = Policy.Decide(Given(("provider", Choice("aws"))));
        Assert.Equal(["cloud"], decision.Possible);
        Assert.Empty(decision.Open);
        Assert.Null(decision.Rule);
        Assert.Equal(["R1", "R2"], decision.PossibleRules.Select(rule => rule.Id));
    }

    [Fact]
    public void An_answer_to_a_question_that_is_not_asked_changes_nothing()
    {
        var answers = Given(("quick", No), ("provider", Choice("own")), ("certifications", Chosen("soc2")));
        Assert.Equal("own", Policy.Decide(answers.With("users", Count(5))).Outcome);
        Assert.Equal(Asking.NotAsked, Policy.AskingOf("users", answers));
        Assert.Equal(Asking.MayBeAsked, Policy.AskingOf("users", AnswerSet.Empty));
        Assert.Equal(Asking.Asked, Policy.AskingOf("quick", AnswerSet.Empty));
    }

    [Fact]
    public void Even_a_negative_test_fails_while_its_question_is_not_asked()
    {
        Assert.False(Policy.Holds(Line("users is not 5"), Given(("quick", No))));
        Assert.True(Policy.Holds(Line("not users is 5"), Given(("quick", No))));
    }

    [Fact]
    public void A_formula_that_no_rule_has_is_read_exactly_too()
    {
        var answers = Given(("quick", Yes), ("users", Count(500)));
        Assert.True(Policy.Holds(Line("users > 499"), answers));
        Assert.False(Policy.Holds(Line("users > 500"), answers));
        Assert.Null(Policy.Holds(Line("users > 499"), Given(("users", Count(500)))));
        Assert.Throws<ArgumentException>(() => Policy.Holds(Line("size > 500"), answers));
        Assert.Throws<ArgumentException>(() => Policy.Holds(
            Enumerable.Range(0, 1_000_000).Aggregate(Line("small"), (inner, _) => new Negation(inner)), answers));
    }

    [Theory]
    [InlineData("size", "There is no question 'size'.")]
    [InlineData("quick", "quick takes yes or no, not 0.")]
    [InlineData("users", "users takes a whole number from 1 to 1,000, not 0.")]
    [InlineData("provider", "provider takes one of aws, gcp, own, not 0.")]
    [InlineData("certifications", "certifications takes a list of at least one of soc2, iso, not 0.")]
    public void Answers_that_do_not_fit_are_refused_by_name(string questionId, string message)
    {
        var answers = Given((questionId, Count(0)), ("provider", Choice("aws"))).With(questionId, Count(0));
        var fault = Assert.Single(Policy.Check(answers));
        Assert.Equal(new Fault($"answers.{questionId}", message), fault);
        var refusal = Assert.Throws<ArgumentException>(() => Policy.Decide(answers));
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_outside_the_domain_are_refused()
    {
        Assert.Single(Policy.Check(Given(("provider", Choice("azure")))));
        Assert.Single(Policy.Check(Given(("provider", Chosen("aws")))));
        Assert.Single(Policy.Check(Given(("certifications", Chosen("pci")))));
        Assert.Single(Policy.Check(Given(("certifications", Chosen()))));
        Assert.Single(Policy.Check(Given(("users", Count(1_001)))));
        Assert.Single(Policy.Check(Given(("quick", Choice("yes")))));
        Assert.Empty(Policy.Check(Given(("users", Count(1_000)), ("certifications", Chosen("soc2", "iso")))));
    }

    [Fact]
    public void Many_threads_get_the_same_answers()
    {
        var fresh = Compiled(Policy.Definition);
        var answers = Given(("quick", Yes), ("provider", Choice("gcp")));
        var expected = (Policy.Decide(answers).Possible, Policy.WhyNot(answers.With("users", Count(5))).Count);
        Parallel.For(0, 2_000, i =>
        {
            Assert.Equal(expected.Possible, fresh.Decide(answers).Possible);
            Assert.Equal(expected.Count, fresh.WhyNot(answers.With("users", Count(5))).Count);
            Assert.Null(fresh.Holds(Line($"users > {i % 300 + 1}"), answers));
        });
    }
}
