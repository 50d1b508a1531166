using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Persistence.Tests.Playbooks;

/// <summary>What people read: the default playbook's words, put together by the rules.</summary>
public class ExplanationTests
{
    private static readonly AnswerSet NoCloud = Given(("code_host_reachability", new ChoiceAnswer("private_link")));

    private static readonly AnswerSet OneMachine = With(
        NoCloud,
        ("users_full", new NumberAnswer(14_500)),
        ("repos_full", new NumberAnswer(62_000)),
        ("hosting_provider", new ChoiceAnswer("aws")),
        ("cluster_required", new YesNoAnswer(false)),
        ("single_machine_issues", new YesNoAnswer(false)),
        ("own_base_image", new ChoiceAnswer("not_required")),
        ("image_restrictions", new YesNoAnswer(false)));

    [Fact]
    public void An_answer_that_rules_out_speaks_for_itself()
    {
        Assert.Equal("the code hosts sit behind a private link, which Cloud cannot use", WhyNot("cloud", NoCloud));
        Assert.Equal(
            "a company rule says that products run on clusters",
            WhyNot("one-click", With(NoCloud, ("cluster_required", new YesNoAnswer(true)))));
        Assert.Equal(
            "the data must stay in the European Union and the customer will not wait for Cloud",
            WhyNot("cloud", Given(("hosting_region", new ChoiceAnswer("eu")), ("customer_waits_for_cloud", new YesNoAnswer(false)))));
    }

    [Fact]
    public void Numbers_are_named_where_they_decide()
    {
        Assert.Equal("14,500 users and 62,000 repositories fit in One-Click", WhyNot("one-click-into-jointly-managed", OneMachine));
        Assert.Equal(
            "14,500 users and 62,000 repositories fit in One-Click, and it runs on AWS and one machine will do",
            WhyNot("jointly-managed", OneMachine));
        Assert.Equal("20,001 users are more than One-Click carries", WhyNot("one-click", Given(("users_full", new NumberAnswer(20_001)))));
    }

    [Fact]
    public void Where_only_earlier_rows_stand_in_the_way_their_strategies_come_first()
    {
        var open = With(
            OneMachine.With("code_host_reachability", null),
            ("required_certifications", new ChoicesAnswer(["fedramp"])));
        Assert.Equal("Cloud or One-Click comes first", WhyNot("jointly-managed", open));
    }

    [Fact]
    public void Parts_that_stand_for_an_answer_name_their_question()
    {
        var parts = Wording.Fill(DefaultYaml.Playbook, "{users_full} users and {repos_full} repositories", Given(("users_full", new NumberAnswer(14_500))));
        Assert.Equal(
            [new("14,500", "users_full"), new(" users and ", null), new("Repositories at full roll-out", "repos_full"), new(" repositories", null)],
            parts);
    }

    private static string WhyNot(string strategy, AnswerSet answers)
    {
        var ruledOut = DefaultYaml.Playbook.Rules.WhyNot(answers).Single(one => one.Outcome == strategy);
        return Wording.Plain(Wording.SayAll(DefaultYaml.Playbook, ruledOut.Reasons, answers));
    }

    private static AnswerSet Given(params (string Id, Answer Answer)[] answers) => With(AnswerSet.Empty, answers);

    private static AnswerSet With(AnswerSet before, params (string Id, Answer Answer)[] answers) =>
        answers.Aggregate(before, (set, given) => set.With(given.Id, given.Answer));
}
