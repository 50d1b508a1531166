using DeploymentRouter.Core.Queues;
using DeploymentRouter.Core.Tests.Requests;
using DeploymentRouter.Decisions;
using static DeploymentRouter.Core.Tests.Requests.SmallPlaybook;

namespace DeploymentRouter.Core.Tests.Queues;

public sealed class WaitingTests
{
    [Fact]
    public void A_request_under_review_waits_for_the_reviewing_team_alone()
    {
        var wait = Assert.Single(Waiting.Of(RequestWalk.InQualification().Request));
        Assert.Equal(("ie", Ask.Review, "Complete", true), (wait.TeamId, wait.Ask, wait.Says, wait.HasBall));
    }

    [Fact]
    public void A_stage_handed_to_another_team_waits_there_to_be_accepted()
    {
        var walk = RequestWalk.HandedToTpm();
        Assert.Equal(("tpm", Ask.AcceptHandOver), Only(walk));
        walk.Does(r => r.Accept, Tpm);
        Assert.Equal("Work: plan", Assert.Single(Waiting.Of(walk.Request)).Says);
    }

    [Fact]
    public void An_offered_hand_over_sits_in_both_queues_and_only_the_receiver_can_act()
    {
        var walk = RequestWalk.HandedToTpm();
        walk.Does(r => r.Accept, Tpm);
        walk.Does(r => r.Complete, Tpm);
        Assert.Equal(("tpm", Ask.Work), Only(walk));

        walk.Does(r => (by, now) => r.SaveForm(new Dictionary<string, string> { ["address"] = "https://a.example" }, by, now), Tpm);
        walk.Does(r => r.Offer, Tpm);
        Assert.Equal(("Wait for TAM to accept", true), Says(walk, "tpm"));
        Assert.Equal(("Accept hand-over", false), Says(walk, "tam"));
        Assert.Equal(walk.Now, Waiting.For(walk.Request, "tam", walk.Now)!.Since);

        walk.Does(r => (by, now) => r.Return("No address.", by, now), Tam);
        Assert.Null(Waiting.For(walk.Request, "tam", walk.Now));
        Assert.Equal(("Returned: hand_over", true), Says(walk, "tpm"));
    }

    [Fact]
    public void An_open_question_waits_for_the_team_that_answers_it()
    {
        var walk = RequestWalk.Filed("ask");
        var wait = Assert.Single(Waiting.Of(walk.Request));
        Assert.Equal(("cloud", Ask.Answer, "Answer: Will Cloud take it?"), (wait.TeamId, wait.Ask, wait.Says));
        Assert.Equal(["cloud_verdict"], wait.QuestionIds);

        walk.Does(r => (by, now) => r.ChangeAnswers(
            new Dictionary<string, Answer?> { ["cloud_verdict"] = new YesNoAnswer(true) }, new Dictionary<string, string>(), by, now), Cloud);
        Assert.Equal(("ce", Ask.Work), Only(walk));
    }

    [Fact]
    public void A_question_that_the_owner_does_not_answer_sits_beside_the_owners_own()
    {
        var walk = RequestWalk.Filed("ask");
        walk.Does(r => (by, now) => r.ChangeAnswers(
            new Dictionary<string, Answer?> { ["cloud_allowed"] = null }, new Dictionary<string, string>(), by, now), Ce);
        Assert.Equal([("ce", true), ("cloud", false)], Waiting.Of(walk.Request).Select(wait => (wait.TeamId, wait.HasBall)));
        Assert.True(Waiting.For(walk.Request, "cloud", walk.Now)!.Since < Waiting.For(walk.Request, "ce", walk.Now)!.Since, "Cloud was asked first.");
    }

    [Fact]
    public void What_was_sent_back_says_so_in_the_queue_it_returns_to()
    {
        var walk = RequestWalk.InQualification();
        walk.Does(r => (by, now) => r.SendBack("Which cluster?", [], [], by, now), Ie);
        Assert.Equal(("Sent back: ie_request", true), Says(walk, "ce"));
    }

    [Fact]
    public void After_a_decline_its_owner_decides_what_comes_next()
    {
        var walk = RequestWalk.InQualification();
        walk.Does(r => (by, now) => r.Decline("too_small", "Nine people.", by, now), Ie);
        Assert.Equal(("ce", Ask.AfterDecline), Only(walk));
    }

    [Fact]
    public void A_request_on_hold_keeps_its_place_and_its_ask()
    {
        var walk = RequestWalk.InQualification();
        walk.Does(r => (by, now) => r.PutOnHold("The freeze ends.", null, by, now), Ie);
        Assert.Equal(("ie", Ask.Review), Only(walk));
    }

    [Fact]
    public void Nobody_waits_for_what_is_withdrawn_or_delivered()
    {
        var withdrawn = RequestWalk.InQualification();
        withdrawn.Does(r => (by, now) => r.Withdraw("Changed plans.", by, now), Ce);
        Assert.Empty(Waiting.Of(withdrawn.Request));

        var delivered = RequestWalk.OfferedToTam();
        delivered.Does(r => r.Accept, Tam);
        Assert.Equal("tam", delivered.Request.OwnerTeamId);
        Assert.Empty(Waiting.Of(delivered.Request));
    }

    private static (string TeamId, Ask Ask) Only(RequestWalk walk)
    {
        var wait = Assert.Single(Waiting.Of(walk.Request));
        return (wait.TeamId, wait.Ask);
    }

    private static (string Says, bool HasBall) Says(RequestWalk walk, string teamId)
    {
        var wait = Waiting.For(walk.Request, teamId, walk.Now);
        Assert.NotNull(wait);
        return (wait.Says, wait.HasBall);
    }
}
