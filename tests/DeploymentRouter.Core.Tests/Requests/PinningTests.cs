using DeploymentRouter.Core.Requests;
using static DeploymentRouter.Core.Tests.Requests.SmallPlaybook;

namespace DeploymentRouter.Core.Tests.Requests;

public sealed class PinningTests
{
    [Fact]
    public void The_team_that_has_the_ball_pins_with_a_reason_and_lets_go_again()
    {
        var walk = Pinned();
        Assert.Equal(("ie", "Their board meets.", "Iris"), (walk.Request.Pin!.TeamId, walk.Request.Pin.Reason, walk.Request.Pin.ByName));
        Assert.Equal(walk.Now, walk.Request.Pin.At);

        walk.Does(r => r.Unpin, OtherIe);
        Assert.Null(walk.Request.Pin);
        Assert.Equal("NotPinned", walk.Tries(r => r.Unpin, Ie)?.Name);
    }

    [Fact]
    public void Pinning_needs_words_and_the_ball()
    {
        var walk = RequestWalk.InQualification();
        Assert.Equal("TextNeeded", walk.Tries(r => (by, now) => r.PinFirst(" ", by, now), Ie)?.Name);
        Assert.Equal("NotYourStage", walk.Tries(r => (by, now) => r.PinFirst("Mine.", by, now), Ce)?.Name);
        Assert.Null(walk.Request.Pin);
    }

    [Fact]
    public void A_pin_is_not_given_a_second_reason_and_not_lifted_by_another_team()
    {
        var walk = Pinned();
        Assert.Equal("Iris has pinned it already. Unpin it first to give another reason.", walk.Tries(r => (by, now) => r.PinFirst("Again.", by, now), OtherIe)?.Sentence);
        Assert.Equal("NotYourAct", walk.Tries(r => r.Unpin, Ce)?.Name);
    }

    [Fact]
    public void A_pin_lasts_until_the_team_has_decided_and_through_a_question_of_theirs()
    {
        var walk = Pinned();
        walk.Does(r => (by, now) => r.SendBack("Which cluster?", [], [], by, now), Ie);
        Assert.Equal("ie", walk.Request.Pin?.TeamId);
        walk.Does(r => r.Complete, Ce);
        Assert.NotNull(walk.Request.Pin);
        walk.Does(r => r.Complete, Ie);
        Assert.Null(walk.Request.Pin);
    }

    [Fact]
    public void A_decline_ends_a_pin() =>
        Assert.Null(Pinned().Then(r => (by, now) => r.Decline("too_small", "Too small.", by, now), Ie).Request.Pin);

    [Fact]
    public void Pinning_and_unpinning_can_be_taken_back()
    {
        var walk = Pinned().Then(r => r.Undo, Ie);
        Assert.Null(walk.Request.Pin);
        walk.Does(r => (by, now) => r.PinFirst("Their board meets.", by, now), Ie);
        walk.Then(r => r.Unpin, Ie).Then(r => r.Undo, Ie);
        Assert.Equal("Their board meets.", walk.Request.Pin?.Reason);
    }

    private static RequestWalk Pinned() => RequestWalk.InQualification().Then(r => (by, now) => r.PinFirst("Their board meets. ", by, now), Ie);
}
