using DeploymentRouter.Decisions.Tests.DefaultPlaybook;
using static DeploymentRouter.Decisions.Tests.Rules;

namespace DeploymentRouter.Decisions.Tests.Deciding;

/// <summary>The sentences people read, on the default policy.</summary>
public sealed class WhyNotTests
{
    private static readonly AnswerSet Clear = Given(
        ("code_host_reachability", Choice("public")),
        ("required_certifications", Chosen("soc2")),
        ("admin_access_ok", Yes),
        ("audit_logging_ok", Yes),
        ("other_cloud_blockers", No),
        ("hosting_region", Choice("us")),
        ("code_host_types", Chosen("github")));

    [Fact]
    public void While_everything_is_possible_nothing_is_ruled_out() => Assert.Empty(DefaultRules.Compiled.WhyNot(AnswerSet.Empty));

    [Fact]
    public void A_single_answer_is_enough_and_only_it_is_blamed()
    {
        var answers = Clear.With("code_host_reachability", Choice("private_link")).With("hosting_region", Choice("japan"));
        var cloud = WhyNot("cloud", answers);
        Assert.Equal(["code_host_reachability"], cloud.Answers);
        Assert.Equal(new Reason(ReasonKind.ConditionHolds, "unreachable_code_host", "the code host cannot be reached"), cloud.Reasons[0]);
    }

    [Fact]
    public void Answers_that_only_work_together_are_blamed_together() => Assert.Equal(
        ["customer_waits_for_cloud", "hosting_region"],
        WhyNot("cloud", Clear.With("hosting_region", Choice("japan")).With("customer_waits_for_cloud", No)).Answers);

    [Fact]
    public void A_condition_whose_questions_are_not_asked_does_not_speak()
    {
        var reasons = WhyNot("one-click", Clear.With("hosting_provider", Choice("gcp"))).Reasons;
        Assert.Equal(["cloud_is_clear", "R1"], reasons.Select(reason => reason.Id));
    }

    [Fact]
    public void A_row_that_always_holds_is_explained_by_the_row_above_it()
    {
        var answers = Clear.With("hosting_region", Choice("japan")).With("customer_waits_for_cloud", Yes);
        var last = WhyNot("jointly-managed", answers).Reasons[^1];
        Assert.Equal(new Reason(ReasonKind.RuleDecides, "R2", "the customer waits for Cloud"), last);
    }

    [Fact]
    public void An_outcome_that_nothing_ever_reaches_still_has_a_reason()
    {
        var rules = Compiled(new(
            [YesNo("quick")],
            [],
            [new("R1", Any("quick is yes", "quick is no"), "cloud", "always"), new("R2", Formula.Always, "own", "never")],
            ["cloud", "own", "rowless"]));
        foreach (var ruledOut in rules.WhyNot(AnswerSet.Empty))
        {
            Assert.Empty(ruledOut.Answers);
            Assert.Equal(new Reason(ReasonKind.RuleDecides, "R1", "always"), Assert.Single(ruledOut.Reasons));
        }
    }

    private static RuledOut WhyNot(string outcome, AnswerSet answers) =>
        DefaultRules.Compiled.WhyNot(answers).Single(ruledOut => ruledOut.Outcome == outcome);
}
