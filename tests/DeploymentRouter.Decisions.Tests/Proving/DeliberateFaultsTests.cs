using DeploymentRouter.Decisions.Tests.DefaultPlaybook;
using static DeploymentRouter.Decisions.Tests.Rules;

namespace DeploymentRouter.Decisions.Tests.Proving;

/// <summary>The default policy is sound. Broken on purpose in one place, it is found out, with an example that shows it.</summary>
public sealed class DeliberateFaultsTests
{
    private static readonly RuleSetDefinition Sound = DefaultRules.Definition;

    [Fact]
    public void The_default_policy_is_sound() => Assert.Empty(RuleSetProof.Run(Sound).Findings);

    [Fact]
    public void A_dropped_last_row_leaves_a_gap_and_an_outcome_without_a_row()
    {
        var broken = Sound with { Rules = [.. Sound.Rules.SkipLast(1)] };
        var report = RuleSetProof.Run(broken);
        Assert.Equal([FindingKind.Uncovered, FindingKind.OutcomeNeverReached], report.Findings.Select(finding => finding.Kind));
        var gap = report.Findings[0];
        Assert.Null(new NaiveRules(broken).RowOf(gap.Example!.Answers));
        Assert.Equal("jointly-managed", gap.SuggestedRow!.Outcome);
        Assert.True(RuleSetProof.Run(broken with { Rules = [.. broken.Rules, gap.SuggestedRow] }).IsSound);
    }

    [Fact]
    public void A_row_hidden_by_earlier_rows_is_named_with_them()
    {
        var hidden = new Rule("R2b", new AllOf([Line("cloud_is_an_option"), Line("users_full > 500")]), "one-click", "");
        var finding = Only(FindingKind.RowHidden, "rules.R2b", WithRow(2, hidden));
        Assert.Equal(["R1", "R2"], finding.Rows);
        var naive = new NaiveRules(WithRow(2, hidden));
        Assert.True(naive.Holds(hidden.When, finding.Example!.Answers));
        Assert.Contains(naive.RowOf(finding.Example.Answers)!.Id, finding.Rows);
    }

    [Fact]
    public void A_row_that_contradicts_itself_is_shown_where()
    {
        var row = new Rule("R0", All("beyond_one_click", "hosting_region is us", "users_full <= 500", "repos_full <= 500"), "cloud", "");
        var finding = Only(FindingKind.RowNeverHolds, "rules.R0", WithRow(0, row));
        Assert.Contains("'beyond_one_click', 'users_full <= 500' and 'repos_full <= 500' contradict each other", finding.Message, StringComparison.Ordinal);
        var naive = new NaiveRules(WithRow(0, row));
        Assert.Single(((AllOf)row.When).Parts, part => !naive.Holds(part, finding.Example!.Answers));
    }

    [Fact]
    public void Of_a_row_that_contradicts_itself_twice_as_much_holds_as_can()
    {
        var row = new Rule("R0", All("users_full > 500", "users_full <= 500", "hosting_region is us", "repos_full > 9", "repos_full <= 9"), "cloud", "");
        var finding = Only(FindingKind.RowNeverHolds, "rules.R0", WithRow(0, row));
        var naive = new NaiveRules(WithRow(0, row));
        Assert.Equal(2, ((AllOf)row.When).Parts.Count(part => !naive.Holds(part, finding.Example!.Answers)));
        Assert.Contains("All but 2 parts of it hold when ", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_condition_nobody_reads_is_found_and_so_is_one_that_only_it_reads()
    {
        var broken = WithCondition(new("small", Line("users_full <= 10"), null, null), new("tiny", Line("small"), null, null));
        var findings = RuleSetProof.Run(broken).Findings;
        Assert.Equal([(FindingKind.ConditionUnread, "conditions.small"), (FindingKind.ConditionUnread, "conditions.tiny")], findings.Select(f => (f.Kind, f.Where)));
        Assert.All(findings, finding => Assert.True(new NaiveRules(broken).Holds(Line("small"), finding.Example!.Answers)));
    }

    [Fact]
    public void A_question_never_asked_that_would_matter_is_found()
    {
        var never = All("cloud_is_an_option", "not cloud_is_an_option");
        var broken = WithQuestion("hosting_provider", question => question with { AskedWhen = never });
        var report = RuleSetProof.Run(broken);
        var finding = report.Findings[0];
        Assert.Equal((FindingKind.QuestionNeverAsked, "questions.hosting_provider.asked_when"), (finding.Kind, finding.Where));
        Assert.Contains("'cloud_is_an_option' and 'not cloud_is_an_option' contradict each other", finding.Message, StringComparison.Ordinal);
        // The branching repaired, the answers of the example decide by this question.
        var (answers, repaired) = (finding.Example!.Answers, new NaiveRules(Sound));
        Assert.True(repaired.IsAsked("hosting_provider", answers));
        Assert.False(new NaiveRules(broken).IsAsked("hosting_provider", answers));
        var others = Sound.Questions.Single(question => question.Id == "hosting_provider").Domain is OneOfDomain domain ? domain.Values : [];
        Assert.Contains(others, other => repaired.RowOf(answers.With("hosting_provider", Choice(other))) != repaired.RowOf(answers));
        // Nothing decides by One-Click any more, and that is found too.
        Assert.Contains(report.Findings, f => f is { Kind: FindingKind.OutcomeNeverReached, Where: "outcomes.one-click" });
    }

    [Fact]
    public void Rows_that_overlap_under_a_unique_hit_policy_are_found_and_a_cure_is_suggested()
    {
        var broken = Sound with { HitPolicy = HitPolicy.Unique };
        var overlaps = RuleSetProof.Run(broken).Findings;
        Assert.Single(overlaps, overlap => overlap.Where == "rules.R5" && overlap.Rows is ["R1"]);
        Assert.All(overlaps, overlap =>
        {
            Assert.Equal(FindingKind.Overlap, overlap.Kind);
            foreach (var row in broken.Rules.Where(rule => overlap.Where == $"rules.{rule.Id}" || overlap.Rows.Contains(rule.Id)))
                Assert.True(new NaiveRules(broken).Holds(row.When, overlap.Example!.Answers));
        });
        var disjoint = overlaps.Aggregate(broken, (rules, overlap) => rules with { Rules = [.. rules.Rules.Select(rule => Without(rule, overlap))] });
        Assert.True(RuleSetProof.Run(disjoint).IsSound);
    }

    [Fact]
    public void A_condition_that_never_holds_is_found() => Only(
        FindingKind.ConditionNeverHolds, "conditions.small",
        WithCondition(new Condition("small", All("users_full <= 10", "users_full > 10"), null, null)) with { Flags = [new("f", Line("small"))] });

    [Fact]
    public void A_condition_that_always_holds_is_found() => Only(
        FindingKind.ConditionAlwaysHolds, "conditions.any_size",
        WithCondition(new Condition("any_size", Any("users_full <= 10", "users_full > 10"), null, null)) with { Flags = [new("f", Line("any_size"))] });

    [Fact]
    public void A_condition_that_is_read_to_no_effect_is_found()
    {
        var broken = WithCondition(new Condition("small", Line("users_full <= 10"), null, null));
        var rows = broken.Rules.Select(rule => rule.Id == "R3" ? rule with { When = new AllOf([rule.When, Any("small", "not small")]) } : rule);
        var finding = Only(FindingKind.ConditionNeverMatters, "conditions.small", broken with { Rules = [.. rows] });
        Assert.Equal(Count(1), finding.Example!.Answers["users_full"]);
        Assert.True(new NaiveRules(broken).Holds(Line("small"), finding.Example.Answers));
    }

    [Fact]
    public void A_question_that_makes_no_difference_is_found()
    {
        var broken = Sound with { Questions = [.. Sound.Questions, OneOf("colour", "red blue", Line("cluster_required is yes"))] };
        var finding = Only(FindingKind.QuestionNeverMatters, "questions.colour", broken);
        Assert.NotNull(finding.Example!.Answers["colour"]);
        var naive = new NaiveRules(broken);
        Assert.True(naive.IsAsked("colour", finding.Example.Answers));
        Assert.Equal(
            naive.RowOf(finding.Example.Answers.With("colour", Choice("red"))), naive.RowOf(finding.Example.Answers.With("colour", Choice("blue"))));
    }

    [Fact]
    public void An_outcome_that_no_row_leads_to_is_found() => Only(
        FindingKind.OutcomeNeverReached, "outcomes.air-gapped", Sound with { Outcomes = [.. Sound.Outcomes, "air-gapped"] });

    [Fact]
    public void A_branching_that_reads_its_own_answer_is_a_fault()
    {
        var report = RuleSetProof.Run(WithQuestion("image_restrictions", question => question with { AskedWhen = Line("one_machine_will_do") }));
        Assert.False(report.IsSound);
        Assert.Contains("runs in a circle", Assert.Single(report.Faults).Message, StringComparison.Ordinal);
    }

    private static Finding Only(FindingKind kind, string where, RuleSetDefinition broken)
    {
        var finding = Assert.Single(RuleSetProof.Run(broken).Findings);
        Assert.Equal((kind, where), (finding.Kind, finding.Where));
        return finding;
    }

    private static RuleSetDefinition WithRow(int index, Rule row) =>
        Sound with { Rules = [.. Sound.Rules.Take(index), row, .. Sound.Rules.Skip(index)] };

    private static RuleSetDefinition WithCondition(params Condition[] conditions) =>
        Sound with { Conditions = [.. Sound.Conditions, .. conditions] };

    private static RuleSetDefinition WithQuestion(string id, Func<Question, Question> change) =>
        Sound with { Questions = [.. Sound.Questions.Select(question => question.Id == id ? change(question) : question)] };

    private static Rule Without(Rule rule, Finding overlap) => overlap.Where == $"rules.{rule.Id}" ? overlap.SuggestedRow! : rule;
}
