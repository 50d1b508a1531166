using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;
using static DeploymentRouter.Core.Tests.Requests.SmallPlaybook;

namespace DeploymentRouter.Core.Tests.Requests;

public sealed class RoutingTests
{
    private static readonly Dictionary<string, string> NoNotes = [];

    [Fact]
    public void A_decided_request_starts_its_first_stage_with_the_person_who_filed_it()
    {
        var request = RequestWalk.Filed("yes").Request;
        Assert.Equal("cloud", request.StrategyId);
        Assert.Equal("cloud_request", request.Current.Stage.Id);
        Assert.Equal("Cora", request.Current.Assignee?.Name);
        Assert.Equal("Cloud may be used.", request.Decision.Because);
        Assert.Equal(RequestState.InProgress, request.State);
    }

    [Fact]
    public void An_undecided_request_waits_with_the_team_that_answers()
    {
        var request = RequestWalk.Filed("ask").Request;
        Assert.Equal(RequestState.NeedsInformation, request.State);
        Assert.Equal(["cloud_verdict"], request.Decision.OpenQuestions);
        Assert.Equal("cloud", request.OwnerTeamId);
        Assert.Null(request.StrategyId);
    }

    [Fact]
    public void The_last_answer_routes_it()
    {
        var walk = RequestWalk.Filed("ask");
        walk.Does(r => (by, now) => r.ChangeAnswers(Answers("cloud_verdict", new YesNoAnswer(false)), NoNotes, by, now), Cloud);
        Assert.Equal("joint", walk.Request.StrategyId);
        Assert.Equal("ie_request", walk.Request.Current.Stage.Id);
        Assert.Equal(2, walk.Request.Decisions.Count);
    }

    [Fact]
    public void A_question_is_answered_only_by_its_own_team()
    {
        var walk = RequestWalk.Filed("ask");
        var refusal = walk.Tries(r => (by, now) => r.ChangeAnswers(Answers("cloud_verdict", new YesNoAnswer(true)), NoNotes, by, now), Ce);
        Assert.Equal("NotYourQuestion", refusal?.Name);
        Assert.Contains("CLOUD", refusal!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_invalid_answer_is_refused_and_changes_nothing()
    {
        var walk = RequestWalk.Filed("ask");
        var refusal = walk.Tries(r => (by, now) => r.ChangeAnswers(Answers("cloud_verdict", new NumberAnswer(3)), NoNotes, by, now), Cloud);
        Assert.Equal("AnswerInvalid", refusal?.Name);
        Assert.Single(walk.Request.Decisions);
    }

    [Fact]
    public void Only_the_filing_team_files()
    {
        var (request, refusal) = Request.Open(Guid.NewGuid(), Value, RequestWalk.Facts, AnswerSet.Empty, NoNotes, Sales, DateTime.UtcNow);
        Assert.Null(request);
        Assert.Equal("NotYourAct", refusal?.Name);
    }

    [Fact]
    public void Nobody_files_answers_that_another_team_gives()
    {
        var answers = AnswerSet.Empty.With("cloud_allowed", new ChoiceAnswer("ask")).With("cloud_verdict", new YesNoAnswer(true));
        var (request, refusal) = Request.Open(Guid.NewGuid(), Value, RequestWalk.Facts, answers, NoNotes, Ce, DateTime.UtcNow);
        Assert.Null(request);
        Assert.Equal("NotYourQuestion", refusal?.Name);
    }

    [Fact]
    public void A_request_on_hold_is_answered_but_moves_only_when_it_is_resumed()
    {
        var walk = RequestWalk.Filed("ask");
        walk.Does(r => (by, now) => r.PutOnHold("Budget freeze", null, by, now), Ce);
        walk.Does(r => (by, now) => r.ChangeAnswers(Answers("cloud_verdict", new YesNoAnswer(false)), NoNotes, by, now), Cloud);
        Assert.Equal(RequestState.OnHold, walk.Request.State);
        Assert.Equal("answers", walk.Request.Current.Stage.Id);

        walk.Does(r => r.Resume, Ce);
        Assert.Equal(RequestState.InProgress, walk.Request.State);
        Assert.Equal("ie_request", walk.Request.Current.Stage.Id);
    }

    [Fact]
    public void A_hold_is_not_lost_by_choosing_another_way()
    {
        var walk = RequestWalk.InQualification();
        walk.Does(r => (by, now) => r.ChangeAnswers(Answers("cloud_allowed", new ChoiceAnswer("yes")), NoNotes, by, now), Ce);
        walk.Does(r => (by, now) => r.PutOnHold("Budget freeze", null, by, now), Ce);
        var refusal = walk.Tries(r => r.Reroute, Ce);
        Assert.Equal(("OnHold", "On hold: Budget freeze. Resume it first."), (refusal?.Name, refusal?.Sentence));
        Assert.Equal("OnHold", walk.Tries(r => (by, now) => r.OverrideStrategy("cloud", "customer_insists", "They insist.", by, now), Ce)?.Name);
        Assert.NotNull(walk.Request.Hold);
    }

    [Fact]
    public void A_note_is_no_longer_than_others_will_read()
    {
        var walk = RequestWalk.Filed("ask");
        var notes = new Dictionary<string, string> { ["cloud_verdict"] = new('x', Request.MaxText + 1) };
        Assert.Equal("TextTooLong", walk.Tries(r => (by, now) => r.ChangeAnswers(Answers("cloud_verdict", new YesNoAnswer(true)), notes, by, now), Cloud)?.Name);
    }

    [Fact]
    public void Changed_answers_move_a_running_request_only_when_it_is_rerouted()
    {
        var walk = RequestWalk.InQualification();
        walk.Does(r => (by, now) => r.ChangeAnswers(Answers("cloud_allowed", new ChoiceAnswer("yes")), NoNotes, by, now), Ce);
        Assert.Equal("qualification", walk.Request.Current.Stage.Id);
        Assert.True(walk.Request.AnswersLeadElsewhere);

        walk.Does(r => r.Reroute, Ce);
        Assert.Equal("cloud_request", walk.Request.Current.Stage.Id);
        Assert.Equal(StageEnd.Rerouted, walk.Request.Visits[^2].End);
        Assert.False(walk.Request.AnswersLeadElsewhere);
    }

    [Fact]
    public void Rerouting_needs_answers_that_lead_elsewhere()
    {
        Assert.Equal("NothingToReroute", RequestWalk.InQualification().Tries(r => r.Reroute, Ce)?.Name);
    }

    [Fact]
    public void An_override_keeps_the_computed_outcome_visible_and_ends_when_rerouted()
    {
        var walk = RequestWalk.Filed("no");
        walk.Does(r => (by, now) => r.OverrideStrategy("cloud", "customer_insists", "They insist.", by, now), Ce);
        Assert.Equal("cloud", walk.Request.StrategyId);
        Assert.Equal("joint", walk.Request.Decision.Outcome);
        Assert.Equal("customer_insists", walk.Request.Override?.ReasonCode);

        walk.Does(r => r.Reroute, Ce);
        Assert.Equal("joint", walk.Request.StrategyId);
        Assert.Null(walk.Request.Override);
    }

    [Theory]
    [InlineData("nonsense", "They insist.", "UnknownReason")]
    [InlineData("customer_insists", "  ", "TextNeeded")]
    public void An_override_needs_a_coded_reason_and_a_text(string code, string text, string refusal) =>
        Assert.Equal(refusal, RequestWalk.Filed("no").Tries(r => (by, now) => r.OverrideStrategy("cloud", code, text, by, now), Ce)?.Name);

    [Fact]
    public void A_stage_that_a_later_playbook_dropped_is_left_by_rerouting()
    {
        var joint = Value.Strategy("joint");
        var later = Value with
        {
            Strategies = [Value.Strategy("cloud"), joint with { Stages = [.. joint.Stages.Where(stage => stage.Id != "qualification")] }],
        };
        var walk = RequestWalk.InQualification();
        var request = Request.FromHistory(walk.Request.Id, 1001, later, walk.Request.History);
        Assert.Equal("StageDropped", request.Complete(Ie, walk.Now).Refusal?.Name);

        Assert.Null(request.Reroute(Ce, walk.Now).Refusal);
        Assert.Equal("ie_request", request.Current.Stage.Id);
    }

    [Fact]
    public void A_strategy_that_a_later_playbook_dropped_stays_readable()
    {
        var walk = RequestWalk.InQualification();
        var request = Request.FromHistory(walk.Request.Id, 1001, Value with { Strategies = [Value.Strategy("cloud")] }, walk.Request.History);
        Assert.Empty(request.Plan);
        Assert.Equal("StageDropped", request.Complete(Ie, walk.Now).Refusal?.Name);
    }

    private static Dictionary<string, Answer?> Answers(string id, Answer answer) => new(StringComparer.Ordinal) { [id] = answer };
}
