using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Decisions;
using static DeploymentRouter.Core.Tests.Requests.SmallPlaybook;

namespace DeploymentRouter.Core.Tests.Requests;

public sealed class ReplyTests
{
    private static readonly Dictionary<string, Answer?> NoAnswers = [];
    private static readonly Dictionary<string, string> Nothing = [];
    private static readonly Dictionary<string, string> NewDesign = new() { ["tdd"] = "https://docs.example/second" };

    [Fact]
    public void What_was_asked_is_answered_and_goes_back_in_one_act()
    {
        var walk = SentBack();
        var before = walk.Request.Version;
        walk.Does(r => (by, now) => r.Reply(NoAnswers, Nothing, NewDesign, "It is in the second one.", by, now), Ce);

        Assert.Equal("qualification", walk.Request.Current.Stage.Id);
        Assert.Equal("https://docs.example/second", walk.Request.Form["tdd"]);
        Assert.Null(walk.Request.ToAnswer);
        Assert.Equal([typeof(Replied), typeof(FormSaved), typeof(StageStarted)], walk.Request.History.Skip(before).Select(entry => entry.What.GetType()));
        Assert.Single(walk.Request.History.Skip(before).Select(entry => entry.Act).Distinct());
    }

    [Fact]
    public void The_reviewers_clock_stops_at_the_moment_at_which_the_others_starts()
    {
        var visits = SentBack().Request.Visits;
        Assert.Equal((StageEnd.SentBack, visits[^1].StartedAt), (visits[^2].End!.Value, visits[^2].EndedAt!.Value));
    }

    [Fact]
    public void Words_alone_are_an_answer_and_nothing_is_none()
    {
        var walk = SentBack();
        Assert.Equal("TextNeeded", walk.Tries(r => (by, now) => r.Reply(Unchanged, Nothing, Nothing, " ", by, now), Ce)?.Name);
        Assert.Equal("ie_request", walk.Request.Current.Stage.Id);
        walk.Does(r => (by, now) => r.Reply(Unchanged, Nothing, Nothing, "It is as we said.", by, now), Ce);
        Assert.Equal("qualification", walk.Request.Current.Stage.Id);
    }

    [Fact]
    public void A_refusal_on_the_way_leaves_nothing_behind()
    {
        var walk = SentBack();
        var before = walk.Request.Version;
        Assert.Equal("FieldInvalid", walk.Tries(r => (by, now) => r.Reply(
            new Dictionary<string, Answer?> { ["cloud_allowed"] = new ChoiceAnswer("yes") }, Nothing, new Dictionary<string, string> { ["tdd"] = "no link" }, "x", by, now), Ce)?.Name);
        Assert.Equal((before, "no"), (walk.Request.Version, ((ChoiceAnswer)walk.Request.Answers["cloud_allowed"]!).Value));
        Assert.NotNull(walk.Request.ToAnswer);
    }

    [Fact]
    public void Only_what_was_asked_is_answered_so()
    {
        var walk = RequestWalk.InQualification();
        Assert.Equal("NothingSentBack", walk.Tries(r => (by, now) => r.Reply(NoAnswers, Nothing, Nothing, "x", by, now), Ie)?.Name);
        walk.Does(r => (by, now) => r.SendBack("Which cluster?", [], [], by, now), Ie);
        Assert.Equal("NotAsked", walk.Tries(r => (by, now) => r.Reply(NoAnswers, Nothing, NewDesign, "x", by, now), Ce)?.Name);
        Assert.Equal("NotAsked", walk.Tries(r => (by, now) => r.Reply(Unchanged, Nothing, Nothing, "x", by, now), Ce)?.Name);
        Assert.Equal("NotYourStage", walk.Tries(r => (by, now) => r.Reply(NoAnswers, Nothing, Nothing, "x", by, now), Ie)?.Name);
    }

    [Fact]
    public void Answers_that_lead_elsewhere_are_kept_and_wait_for_a_re_route()
    {
        var walk = SentBack();
        walk.Does(r => (by, now) => r.Reply(
            new Dictionary<string, Answer?> { ["cloud_allowed"] = new ChoiceAnswer("yes") }, Nothing, Nothing, "They allow it now.", by, now), Ce);
        Assert.Equal("ie_request", walk.Request.Current.Stage.Id);
        Assert.True(walk.Request.AnswersLeadElsewhere);
    }

    [Fact]
    public void An_answer_can_be_taken_back_whole()
    {
        var walk = SentBack().Then(r => (by, now) => r.Reply(NoAnswers, Nothing, NewDesign, "", by, now), Ce).Then(r => r.Undo, Ce);
        Assert.Equal(("ie_request", "https://docs.example/tdd"), (walk.Request.Current.Stage.Id, walk.Request.Form["tdd"]));
        Assert.NotNull(walk.Request.ToAnswer);
    }

    private static Dictionary<string, Answer?> Unchanged => new() { ["cloud_allowed"] = new ChoiceAnswer("no") };

    private static RequestWalk SentBack() =>
        RequestWalk.InQualification().Then(r => (by, now) => r.SendBack("Which cluster?", ["cloud_allowed"], ["tdd"], by, now), Ie);
}
