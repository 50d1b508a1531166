using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.Features.Requests.Detail;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;

namespace DeploymentRouter.Web.Tests.Features.Requests;

public sealed class RequestViewTests
{
    [Theory]
    [InlineData("qualification", "Jointly Managed", "Qualification", "IE", null, "Due")]
    [InlineData("filed", "Jointly Managed", "IE request", "CE", "Wren Lanternby", "Due")]
    [InlineData("undecided", null, "{answers}", "Cloud", null, "Due")]
    [InlineData("on hold", "Jointly Managed", "Qualification, on hold", "IE", null, "Due")]
    [InlineData("withdrawn", "Jointly Managed", "Withdrawn from Qualification", "", null, "Due")]
    [InlineData("live", "One-Click", "Live, delivered", "TAM", "Hazel Evergreen", "Due")]
    public void The_head_says_where_it_stands(string stands, string? strategy, string stage, string team, string? person, string promise)
    {
        var walk = ActsViewTests.Stands(stands);
        var head = HeadView.Of(walk.Request, walk.Now);

        Assert.Equal(
            (strategy, stage.Replace("{answers}", Playbook.CommonStages.Answers.Name, StringComparison.Ordinal), team, person, promise),
            (head.Strategy, head.Stage, head.TeamName, head.Person, head.Promise));
    }

    [Fact]
    public void An_overridden_request_shows_what_the_rules_computed() =>
        Assert.Equal("Jointly Managed", HeadView.Of(ActsViewTests.Stands("overridden").Request, Start).Computed);

    [Theory]
    [InlineData("hosting_provider", AnswerUse.Used, "AWS")]
    [InlineData("cloud_team_verdict", AnswerUse.Open, null)]
    [InlineData("wants_production_quickly", AnswerUse.KeptNotUsed, "Yes")]
    public void Every_answer_says_whether_it_counts(string question, AnswerUse use, string? answer)
    {
        var answers = UndecidedAnswers.With("wants_production_quickly", new YesNoAnswer(true));
        var row = AnswerRow.Of(Filed(answers).Request, Skye).Single(r => r.QuestionId == question);

        Assert.Equal((use, answer), (row.Use, row.Answer));
        Assert.Equal(question == "cloud_team_verdict", row.CanChange);
    }

    [Fact]
    public void A_form_is_filled_by_who_may_and_read_by_the_others()
    {
        var ready = ActsViewTests.Stands("ready").Request;
        Assert.True(FormView.Of(ready, Otis).CanFill);
        Assert.Empty(FormView.Of(ready, Otis).Filled);

        var read = FormView.Of(ready, Juniper);
        Assert.Empty(read.Fields);
        Assert.Equal(new FilledField("Technical design document", "tdd", "https://docs.example/tdd"), read.Filled.Single().Fields[1]);
    }

    [Fact]
    public void What_a_reviewer_asked_to_look_at_is_marked_in_the_form() =>
        Assert.Equal(["tdd_link"], FormView.Of(ActsViewTests.Stands("sent back").Request, Wren).LookAt);

    [Fact]
    public void A_wrong_value_is_named_at_its_field()
    {
        var fields = Playbook.Strategy("cloud").Stages[0].Fields;
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["executors"] = "21", ["ce_email"] = "wren", ["slug"] = "pinwheel" };

        Assert.Equal(["field-ce_email", "field-executors"], FormView.Problems(fields, values).Select(error => error.FieldId));
    }

    [Fact]
    public void People_begin_with_who_has_the_ball_and_end_with_who_will_get_it()
    {
        var people = Participant.Of(InQualification().Does((r, now) => r.Take(Bram, now)).Request, Wren);

        Assert.Equal(
            [("Bram Copperkettle", "IE", ChipState.Ball), ("Wren Lanternby", "CE", ChipState.TookPart), (null, "TPM", ChipState.Next), (null, "TAM", ChipState.Next)],
            people.Select(p => (p.Name, p.TeamName, p.Chip)));
        Assert.True(people[1].IsYou);
    }

    [Theory]
    [InlineData("qualification", "Pinwheel Aerospace (DR-1027) follows Jointly Managed. Neither Cloud nor One-Click is an option. Qualification has been with IE since 2 Nov, due 5 Nov.")]
    [InlineData("undecided", "Pinwheel Aerospace (DR-1027) has no strategy yet: Cloud and Jointly Managed are still possible. It hangs on “The Cloud team’s verdict” from Cloud. {answers} has been with Cloud since 2 Nov.")]
    [InlineData("on hold", "Pinwheel Aerospace (DR-1027) follows Jointly Managed. Neither Cloud nor One-Click is an option. Qualification has been with IE since 2 Nov, on hold until 1 Dec.")]
    [InlineData("withdrawn", "Pinwheel Aerospace (DR-1027) follows Jointly Managed. Neither Cloud nor One-Click is an option. It was withdrawn on 2 Nov.")]
    public void A_summary_is_three_sentences_to_read_aloud(string stands, string summary)
    {
        var walk = ActsViewTests.Stands(stands);
        Assert.Equal(summary.Replace("{answers}", Playbook.CommonStages.Answers.Name, StringComparison.Ordinal), SummaryText.Of(walk.Request, walk.Now));
    }

    [Fact]
    public void Every_dialog_asks_with_the_name_and_answers_with_the_act()
    {
        RequestAct[] asking =
        [
            RequestAct.Withdraw, RequestAct.Reopen, RequestAct.Hold, RequestAct.Return, RequestAct.Appeal, RequestAct.Decline, RequestAct.SendBack,
            RequestAct.Override, RequestAct.Assign, RequestAct.ChangeCustomer, RequestAct.Answer,
        ];
        var texts = asking.Select(act => Web.Features.Requests.Detail.Dialogs.DialogText.Of(Declined().Request, new Asked(act, "hosting_provider"))).ToList();

        Assert.Equal(texts.Count, texts.Select(text => text.Title).Distinct(StringComparer.Ordinal).Count());
        Assert.All(texts, text => Assert.NotEqual(text.Keep, text.Act));
    }
}
