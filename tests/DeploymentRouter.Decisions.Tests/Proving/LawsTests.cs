using DeploymentRouter.Decisions.Tests.DefaultPlaybook;
using static DeploymentRouter.Decisions.Tests.Rules;

namespace DeploymentRouter.Decisions.Tests.Proving;

/// <summary>Laws an owner would write about the default policy.</summary>
public sealed class LawsTests
{
    private static readonly NaiveRules Naive = new(DefaultRules.Definition);

    [Fact]
    public void Laws_that_hold_are_proven()
    {
        Law[] laws =
        [
            new NeverLaw("unreachable", Line("unreachable_code_host"), ["cloud"]),
            new AlwaysLaw("data-center", Line("hosting_provider is own_data_center"), ["jointly-managed"]),
            new MoreNeverLaw("users", "users_full", ["one-click"]),
            new MoreNeverLaw("initial", "users_initial", ["one-click", "one-click-into-jointly-managed"]),
            new MoreNeverLaw("certifications", "required_certifications", ["cloud"]),
            new MoreNeverLaw("clusters", "cluster_required", ["one-click"]),
        ];
        var report = RuleSetProof.Run(DefaultRules.Definition, laws);
        Assert.All(report.Laws, law => Assert.True(law.Verdict == Verdict.Proven, law.Message));
        Assert.True(report.IsSound);
    }

    [Fact]
    public void A_law_that_does_not_hold_is_refuted_by_a_case()
    {
        var law = new AlwaysLaw("regions", All("hosting_region is not one of [any, us]", "not unreachable_code_host"), ["cloud"]);
        var verdict = Refuted(law);
        Assert.True(Naive.Holds(law.When, verdict.Example!.Answers));
        Assert.NotEqual("cloud", Naive.OutcomeOf(verdict.Example.Answers));
    }

    [Fact]
    public void A_law_that_can_never_apply_is_told_apart_from_one_that_holds()
    {
        var report = RuleSetProof.Run(DefaultRules.Definition, [new NeverLaw("none", All("users_full > 10", "users_full < 5"), ["cloud"])]);
        var verdict = Assert.Single(report.Laws);
        Assert.Equal((Verdict.NeverApplies, "Its 'when' never holds: 'users_full > 10' and 'users_full <= 4' contradict each other."), (verdict.Verdict, verdict.Message));
        Assert.False(report.IsSound);
    }

    [Fact]
    public void A_condition_that_only_a_law_reads_is_read()
    {
        var tiny = new Condition("tiny", Line("users_full < 17"), null, null);
        var definition = DefaultRules.Definition with { Conditions = [.. DefaultRules.Definition.Conditions, tiny] };
        Assert.Contains(RuleSetProof.Run(definition).Findings, finding => finding.Kind == FindingKind.ConditionUnread);
        Assert.Empty(RuleSetProof.Run(definition, [new NeverLaw("none", All("tiny", "unreachable_code_host"), ["cloud"])]).Findings);
    }

    [Fact]
    public void An_intricate_law_does_not_take_the_others_with_it()
    {
        var many = Enumerable.Range(0, 60).Select(i => YesNo($"z{i}") with { ForInformation = true });
        var definition = DefaultRules.Definition with { Questions = [.. DefaultRules.Definition.Questions, .. many] };
        // Pairs that stand far apart in the order of the questions: the textbook case of a diagram that explodes.
        var pairs = new AnyOf([.. Enumerable.Range(0, 30).Select(i => All($"z{i} is yes", $"z{i + 30} is yes"))]);
        Law[] laws = [new NeverLaw("hard", pairs, ["cloud"]), new NeverLaw("easy", Line("unreachable_code_host"), ["cloud"]), new MoreNeverLaw("users", "users_full", ["one-click"])];
        var report = RuleSetProof.Run(definition, laws);
        Assert.Equal([Verdict.NotProven, Verdict.Proven, Verdict.Proven], report.Laws.Select(law => law.Verdict));
        Assert.Empty(report.Findings);
    }

    [Fact]
    public void Nothing_but_a_law_may_read_a_question_for_information()
    {
        var definition = DefaultRules.Definition with { Questions = [.. DefaultRules.Definition.Questions.Select(question => question with { ForInformation = question.Id == "repos_full" })] };
        var fault = RuleSetProof.Run(definition).Faults[0];
        Assert.Equal("repos_full is asked for information only; nothing but a law may test it.", fault.Message);
    }

    [Fact]
    public void A_law_about_more_is_refuted_by_two_cases_side_by_side()
    {
        var verdict = Refuted(new MoreNeverLaw("users", "users_full", ["jointly-managed"]));
        Assert.Equal(Count(20_000), verdict.Example!.Answers["users_full"]);
        Assert.Equal(Count(20_001), verdict.More!.Answers["users_full"]);
        Assert.NotEqual("jointly-managed", Naive.OutcomeOf(verdict.Example.Answers));
        Assert.Equal("jointly-managed", Naive.OutcomeOf(verdict.More.Answers));
    }

    [Fact]
    public void A_law_may_draw_a_finer_line_than_any_row()
    {
        var verdict = Refuted(new NeverLaw("few", Line("users_full < 17"), ["one-click"]));
        Assert.InRange(((NumberAnswer)verdict.Example!.Answers["users_full"]!).Value, 1, 16);
        Assert.Equal("one-click", Naive.OutcomeOf(verdict.Example.Answers));
    }

    [Fact]
    public void Laws_about_what_does_not_exist_are_faults()
    {
        Law[] laws =
        [
            new NeverLaw("a", Line("size > 5"), ["cloud"]),
            new NeverLaw("b", Line("users_full > 5"), ["clout"]),
            new MoreNeverLaw("c", "hosting_region", ["cloud"]),
            new MoreNeverLaw("c", "size", []),
            new NeverLaw("two words", Formula.Always, ["cloud"]),
        ];
        Assert.Equal(
            ["laws.a.when", "laws.b.outcomes", "laws.c.question", "laws.c", "laws.c.outcomes", "laws.c.question", "laws[4]"],
            RuleSetProof.Run(DefaultRules.Definition, laws).Faults.Select(fault => fault.Where));
    }

    private static LawVerdict Refuted(Law law)
    {
        var report = RuleSetProof.Run(DefaultRules.Definition, [law]);
        Assert.False(report.IsSound);
        var verdict = Assert.Single(report.Laws);
        Assert.Equal(Verdict.Broken, verdict.Verdict);
        return verdict;
    }
}
