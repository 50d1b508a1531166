using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Tests.Intake;

public class ExplainingTests
{
    private static readonly Playbook Playbook = IntakePlaybook.Value;
    private static readonly AnswerSet Blocked = AnswerSet.Empty
        .With("certifications", new ChoicesAnswer(["pci"]))
        .With("blocker", new YesNoAnswer(false));

    [Fact]
    public void One_open_answer_says_what_each_outcome_needs()
    {
        var hinges = Of(Blocked.With("fast", new YesNoAnswer(false)));

        Assert.Equal("if the Cloud team takes it", hinges.Of("cloud"));
        Assert.Equal("unless the Cloud team takes it", hinges.Of("joint"));
    }

    [Fact]
    public void Two_open_answers_are_joined_where_all_are_needed()
    {
        var hinges = Of(Blocked.With("fast", new YesNoAnswer(true)));

        Assert.Equal("if the first group has at most 100 users, unless the Cloud team takes it", hinges.Of("quick"));
    }

    [Fact]
    public void Where_no_short_sentence_is_exact_the_open_answers_are_named()
    {
        var hinges = Of(Blocked);

        Assert.Equal("depends on “verdict”, “fast” and “First users”", hinges.Of("joint"));
    }

    [Fact]
    public void Nothing_is_said_of_many_open_answers() => Assert.Null(Of(AnswerSet.Empty).Of("cloud"));

    [Theory]
    [InlineData("verdict", "nothing stands in the way of Cloud")]
    [InlineData("fast", "Cloud is an option")]
    [InlineData("first_users", "Cloud is an option")]
    [InlineData("users", "")]
    public void A_question_that_is_not_asked_says_why(string question, string why)
    {
        var answers = AnswerSet.Empty.With("certifications", new ChoicesAnswer([])).With("blocker", new YesNoAnswer(false));

        Assert.Equal(why, Wording.Plain(new WhyNotAsked(Playbook, answers).Of(question)));
    }

    [Fact]
    public void An_answer_that_keeps_a_question_from_being_asked_is_named_and_led_to()
    {
        var why = new WhyNotAsked(Playbook, Blocked.With("verdict", new ChoiceAnswer("no")).With("fast", new YesNoAnswer(false))).Of("first_users");

        Assert.Equal([new SentencePart("there is time", "fast")], why);
    }

    [Fact]
    public void Numbers_have_a_kind_for_each_band_of_the_rules()
    {
        var kinds = AnswerKinds.Of(Playbook, Playbook.Question("first_users"));

        Assert.Equal(["the first group has at most 100 users", "the first group has more than 100 users"], kinds.Select(kind => kind.Clause));
        Assert.Equal([new NumberAnswer(1), new NumberAnswer(101)], kinds.Select(kind => kind.Example));
    }

    private static Hinges Of(AnswerSet answers) => new(Playbook, answers, Playbook.Rules.Decide(answers));
}
