using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using static DeploymentRouter.Core.Tests.Requests.SmallPlaybook;

namespace DeploymentRouter.Core.Tests.Requests;

public sealed class PausingTests
{
    [Fact]
    public void Nothing_moves_on_hold_until_it_is_resumed()
    {
        var walk = RequestWalk.InQualification();
        walk.Does(r => (by, now) => r.PutOnHold("Change freeze.", new DateOnly(2026, 12, 1), by, now), Ie);
        Assert.Equal(RequestState.OnHold, walk.Request.State);
        Assert.Equal("OnHold", walk.Tries(r => r.Complete, Ie)?.Name);

        walk.Does(r => r.Resume, Ce);
        Assert.Equal(RequestState.InProgress, walk.Request.State);
        Assert.Equal(TimeSpan.FromHours(2), walk.Request.Current.Pauses[0].Until - walk.Request.Current.Pauses[0].From);
        walk.Does(r => r.Complete, Ie);
    }

    [Fact]
    public void A_hold_may_have_a_coded_reason_which_is_one_of_the_playbooks()
    {
        var refused = RequestWalk.InQualification().Tries(r => (by, now) => r.PutOnHold("x", null, by, now, "weather"), Ie);
        Assert.Equal("UnknownReason", refused?.Name);
        Assert.Null(Assert.IsType<Held>(HistoryJson.Read("""{"kind":"held","reason":"Written before there were codes.","until":null}""")).ReasonCode);
    }

    [Fact]
    public void A_hold_ends_in_the_future() =>
        Assert.Equal(
            "HoldDateInPast",
            RequestWalk.InQualification().Tries(r => (by, now) => r.PutOnHold("x", DateOnly.FromDateTime(now), by, now), Ie)?.Name);

    [Fact]
    public void A_team_that_is_not_involved_does_not_hold() =>
        Assert.Equal("NotYourAct", RequestWalk.InQualification().Tries(r => (by, now) => r.PutOnHold("x", null, by, now), Tpm)?.Name);

    [Fact]
    public void A_withdrawn_request_does_nothing_but_comment_and_reopen()
    {
        var walk = RequestWalk.InQualification();
        walk.Does(r => (by, now) => r.Withdraw("Lost.", by, now), Ce);
        Assert.Equal("AlreadyWithdrawn", walk.Tries(r => r.Complete, Ie)?.Name);
        walk.Does(r => (by, now) => r.Comment("A pity.", by, now), Sales);
        walk.Does(r => (by, now) => r.Reopen("Won after all.", by, now), Ce);
        Assert.Equal("qualification", walk.Request.Current.Stage.Id);
        Assert.Equal("ie", walk.Request.OwnerTeamId);
        walk.Does(r => r.Complete, Ie);
    }

    [Fact]
    public void A_delivered_request_takes_comments_only()
    {
        var walk = RequestWalk.Filed("yes");
        walk.Does(r => r.Complete, Ce);
        walk.Does(r => r.Accept, Cloud);
        walk.Does(r => r.Complete, Cloud);
        Assert.Equal(RequestState.Delivered, walk.Request.State);
        Assert.Null(walk.Request.OwnerTeamId);
        Assert.Equal("AlreadyDelivered", walk.Tries(r => (by, now) => r.Withdraw("x", by, now), Ce)?.Name);
        walk.Does(r => (by, now) => r.Comment("Thanks.", by, now), Sales);
    }

    [Fact]
    public void Ones_own_last_act_is_taken_back_and_both_stay_in_the_history()
    {
        var walk = RequestWalk.InQualification();
        var entries = walk.Request.Version;
        walk.Does(r => (by, now) => r.Decline("too_small", "Too small.", by, now), Ie);
        walk.Later(-TimeSpan.FromMinutes(55));
        walk.Does(r => r.Undo, Ie);
        Assert.Equal("qualification", walk.Request.Current.Stage.Id);
        Assert.Equal(RequestState.InProgress, walk.Request.State);
        Assert.Null(walk.Request.LastDecline);
        Assert.IsType<Undone>(walk.Request.History[^1].What);
        Assert.True(walk.Request.Version > entries + 1);
    }

    [Fact]
    public void What_others_say_of_an_act_leaves_it_to_be_taken_back()
    {
        var walk = RequestWalk.InQualification();
        walk.Does(r => (by, now) => r.Decline("too_small", "Too small.", by, now), Ie);
        walk.Later(-TimeSpan.FromMinutes(57));
        walk.Does(r => (by, now) => r.Comment("Are you sure?", by, now), Sales);
        walk.Later(-TimeSpan.FromMinutes(57));
        walk.Does(r => r.Undo, Ie);
        Assert.Equal("qualification", walk.Request.Current.Stage.Id);
        Assert.Equal("NothingToUndo", walk.Tries(r => r.Undo, Ie)?.Name);
        Assert.Contains(walk.Request.History, entry => entry.What is Commented);
    }

    [Fact]
    public void Undo_is_refused_to_others_after_others_and_after_ten_minutes()
    {
        var walk = RequestWalk.InQualification();
        walk.Does(r => r.Complete, Ie);
        Assert.Equal("NothingToUndo", walk.Tries(r => r.Undo, OtherIe)?.Name);
        Assert.Equal("TooLateToUndo", walk.Tries(r => r.Undo, Ie)?.Name);
        walk.Does(r => (by, now) => r.Comment("Well done.", by, now), Sales);
        walk.Does(r => (by, now) => r.Withdraw("No longer needed.", by, now), Ce);
        Assert.Equal("NothingToUndo", walk.Tries(r => r.Undo, Ie)?.Name);
    }

    [Fact]
    public void A_request_read_back_from_its_history_is_the_same()
    {
        var walk = RequestWalk.HandedToTpm();
        walk.Does(r => r.Accept, Tpm);
        var history = walk.Request.History.Select(entry => entry with { What = HistoryJson.Read(HistoryJson.Write(entry.What)) });
        var again = Request.FromHistory(walk.Request.Id, 1001, Value, history);
        Assert.Equal(walk.Request.Current.Stage.Id, again.Current.Stage.Id);
        Assert.Equal(walk.Request.Current.Assignee, again.Current.Assignee);
        Assert.Equal(walk.Request.Answers, again.Answers);
        Assert.Equal(walk.Request.Form, again.Form);
        Assert.Equal(walk.Request.Decision.Because, again.Decision.Because);
        Assert.Empty(again.NewEntries);
    }
}
