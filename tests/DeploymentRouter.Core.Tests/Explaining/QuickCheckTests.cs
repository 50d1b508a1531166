using DeploymentRouter.Core.Explaining;
using DeploymentRouter.Core.Tests.Intake;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Tests.Explaining;

public class QuickCheckTests
{
    [Fact]
    public void It_asks_one_question_after_the_other_and_stops_when_the_outcome_is_settled()
    {
        var answers = AnswerSet.Empty;
        var asked = new List<string>();
        for (var check = Check(answers); check.Next is { } next; check = Check(answers))
        {
            asked.Add(next.Id);
            answers = answers.With(next.Id, next.Id is "certifications" ? new ChoicesAnswer([]) : new YesNoAnswer(false));
        }
        Assert.Equal(["certifications", "blocker"], asked.Order(StringComparer.Ordinal).Reverse());
        Assert.True(Check(answers).IsSettled);
    }

    [Fact]
    public void What_another_team_answers_is_not_asked_here_and_keeps_it_from_being_settled()
    {
        var check = Check(AnswerSet.Empty.With("certifications", new ChoicesAnswer(["pci"])).With("fast", new YesNoAnswer(false)));
        Assert.Equal("verdict", check.Best!.Id);
        Assert.Null(check.Next);
        Assert.False(check.IsSettled);
    }

    [Fact]
    public void A_question_that_was_put_off_gives_way_to_the_next_best()
    {
        var best = Check(AnswerSet.Empty).Next!.Id;
        var check = QuickCheck.Of(IntakePlaybook.Value, AnswerSet.Empty, putOff: new HashSet<string> { best });
        Assert.NotNull(check.Next);
        Assert.NotEqual(best, check.Next.Id);
    }

    private static QuickCheck Check(AnswerSet answers) => QuickCheck.Of(IntakePlaybook.Value, answers);
}
