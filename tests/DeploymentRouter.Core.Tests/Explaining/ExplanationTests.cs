using DeploymentRouter.Core.Explaining;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Tests.Intake;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Tests.Explaining;

public class ExplanationTests
{
    private static readonly Playbook Playbook = IntakePlaybook.Value;

    private static readonly AnswerSet Blocked = AnswerSet.Empty
        .With("certifications", new ChoicesAnswer(["pci"]))
        .With("blocker", new YesNoAnswer(false))
        .With("verdict", new ChoiceAnswer("no"))
        .With("fast", new YesNoAnswer(true))
        .With("first_users", new NumberAnswer(500));

    [Fact]
    public void A_losing_strategy_says_why_and_what_would_change_it()
    {
        var cloud = Explained(Blocked).Losing.Single(one => one.Strategy.Id == "cloud");
        Assert.Equal("PCI and the Cloud team does not take it", Wording.Plain(cloud.Because));
        Assert.Equal("Cloud becomes possible if the Cloud team takes it.", cloud.WhatWouldChangeIt);
        var step = Assert.Single(Assert.Single(cloud.Ways).Steps);
        Assert.Equal(("verdict", Changeability.OurChoice, new ChoiceAnswer("yes")), (step.QuestionId, step.By, step.To));
    }

    [Fact]
    public void Ways_come_cheapest_first_and_name_every_change()
    {
        var answers = Blocked.With("blocker", new YesNoAnswer(true)).With("certifications", new ChoicesAnswer([]));
        var cloud = Explained(answers).Losing.Single(one => one.Strategy.Id == "cloud");
        Assert.Equal(
            ["Cloud becomes possible if the Cloud team takes it.", "Cloud becomes possible if nothing stands against it."],
            cloud.Ways.Select(way => way.Sentence));
        Assert.Equal([1, 2], cloud.Ways.Select(way => way.Cost));

        var quick = Explained(answers.With("fast", new YesNoAnswer(false))).Losing.Single(one => one.Strategy.Id == "quick");
        Assert.Equal("Quick becomes possible if it is wanted fast and the first group had at most 100 users.", quick.WhatWouldChangeIt);
    }

    [Fact]
    public void Where_only_facts_stand_in_the_way_nothing_is_proposed()
    {
        var facts = Playbook with { Rules = Compiled(Playbook.Rules.Definition with { Questions = [.. Playbook.Rules.Definition.Questions.Select(q => q with { Changeability = Changeability.Fact })] }) };
        var cloud = Explanation.Of(facts, Blocked).Losing.Single(one => one.Strategy.Id == "cloud");
        Assert.Empty(cloud.Ways);
        Assert.Equal("No change of changeable answers leads to Cloud.", cloud.WhatWouldChangeIt);
    }

    [Fact]
    public void The_answers_that_carry_the_decision_say_what_they_keep_away()
    {
        var carrying = Explained(Blocked).Carrying;
        Assert.Equal(["certifications", "verdict", "first_users"], carrying.Select(line => line.Question.Id));
        Assert.Equal("the Cloud team does not take it", carrying[1].Says);
        Assert.Equal("Quick becomes possible if the first group had at most 100 users.", Assert.Single(carrying[2].Otherwise).Sentence);
    }

    [Fact]
    public void Sales_reads_out_what_why_not_and_what_would_change_it() => Assert.Equal(
        [
            "We propose Joint: Cloud does not fit.",
            "Cloud is out because PCI and the Cloud team does not take it.",
            "Cloud becomes possible if the Cloud team takes it.",
        ],
        Explained(Blocked).InShort);

    [Fact]
    public void Of_the_strategy_that_comes_first_Sales_reads_out_what_it_rests_on() => Assert.Equal(
        "It rests on this: None and nothing stands against it.",
        Explained(AnswerSet.Empty.With("certifications", new ChoicesAnswer([])).With("blocker", new YesNoAnswer(false))).InShort[2]);

    [Fact]
    public void While_it_is_open_Sales_reads_out_what_is_asked_next()
    {
        var open = Explained(Blocked.With("verdict", null));
        Assert.Equal(
            ["Cloud and Joint are still possible.", "It depends on “verdict”.", "CLOUD answers next: verdict?"],
            open.InShort);
        Assert.Equal("verdict", open.Next!.Id);
        Assert.Null(open.Because);
    }

    private static Explanation Explained(AnswerSet answers) => Explanation.Of(Playbook, answers);

    private static RuleSet Compiled(RuleSetDefinition definition) =>
        RuleSet.TryCompile(definition, out var rules, out var faults) ? rules : throw new InvalidOperationException(string.Join("; ", faults));
}
