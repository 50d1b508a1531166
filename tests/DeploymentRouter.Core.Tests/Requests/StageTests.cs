using DeploymentRouter.Core.Requests;
using static DeploymentRouter.Core.Tests.Requests.SmallPlaybook;

namespace DeploymentRouter.Core.Tests.Requests;

public sealed class StageTests
{
    [Fact]
    public void A_joint_request_walks_its_whole_plan_to_the_end()
    {
        var walk = RequestWalk.OfferedToTam();
        walk.Does(r => r.Accept, Tam);
        Assert.Equal(RequestState.Delivered, walk.Request.State);
        Assert.Equal("live", walk.Request.Current.Stage.Id);
        Assert.Equal("tam", walk.Request.OwnerTeamId);
        Assert.Equal("Tam Lin", walk.Request.Current.Assignee?.Name);
    }

    [Fact]
    public void A_stage_is_not_done_before_its_form_is_filled()
    {
        var refusal = RequestWalk.Filed("no").Tries(r => r.Complete, Ce);
        Assert.Equal("FieldsMissing", refusal?.Name);
        Assert.Contains("Technical design", refusal!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stage_is_not_done_before_its_criteria_are_ticked()
    {
        var walk = RequestWalk.InQualification();
        walk.Does(r => r.Complete, Ie);
        walk.Does(r => (by, now) => r.SetTick("met", true, by, now), Ie);
        var refusal = walk.Tries(r => r.Complete, Ie);
        Assert.Equal("CriteriaOpen", refusal?.Name);
        Assert.Contains("Design signed", refusal!.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("Everybody met", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_a_stage_lacks_is_named_at_once()
    {
        var lacks = RequestWalk.Filed("no").Tries(r => r.Complete, Ce)!.Lacks;
        Assert.Equal(new Lack(LackKind.Field, "tdd", "Technical design"), Assert.Single(lacks));
        Assert.Null(RequestWalk.Filed("no").Request.WhyUnfinished(new Dictionary<string, string> { ["tdd"] = "https://docs.example/tdd" }));
        Assert.NotNull(RequestWalk.Filed("no").Request.WhyUnfinished(new Dictionary<string, string> { ["tdd"] = " " }));
    }

    [Theory]
    [InlineData("tdd", "not a link")]
    [InlineData("tdd", "javascript:alert(1)")]
    [InlineData("seats", "0")]
    [InlineData("seats", "101")]
    [InlineData("seats", "many")]
    [InlineData("signed_on", "9999-12-31")]
    [InlineData("signed_on", "0001-01-01")]
    [InlineData("signed_on", "24/11/2026")]
    public void A_wrong_form_value_is_refused(string field, string value) =>
        Assert.Equal(
            "FieldInvalid",
            RequestWalk.Filed("no").Tries(r => (by, now) => r.SaveForm(new Dictionary<string, string> { [field] = value }, by, now), Ce)?.Name);

    [Fact]
    public void Another_team_is_told_whose_stage_it_is()
    {
        var refusal = RequestWalk.InQualification().Tries(r => r.Complete, Tpm);
        Assert.Equal("NotYourStage", refusal?.Name);
        Assert.Contains("IE", refusal!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_team_may_do_the_stage_where_the_playbook_says_so()
    {
        var walk = RequestWalk.Filed("yes");
        walk.Does(r => r.Complete, Sales);
        Assert.Equal("cloud_build", walk.Request.Current.Stage.Id);
    }

    [Fact]
    public void Work_of_another_team_is_accepted_first_and_both_times_are_kept()
    {
        var walk = RequestWalk.HandedToTpm();
        var handed = walk.Now;
        Assert.True(walk.Request.Current.AwaitsAcceptance);
        Assert.Equal("AcceptFirst", walk.Tries(r => r.Complete, Tpm)?.Name);

        walk.Does(r => r.Accept, Tpm);
        Assert.Equal(handed, walk.Request.Current.StartedAt);
        Assert.Equal(walk.Now, walk.Request.Current.AcceptedAt);
        Assert.Equal("Tess", walk.Request.Current.Assignee?.Name);
    }

    [Fact]
    public void Returned_work_goes_back_to_who_had_it_with_its_ticks()
    {
        var walk = RequestWalk.HandedToTpm();
        walk.Does(r => (by, now) => r.Return("The design is not signed by the customer.", by, now), Tpm);
        Assert.Equal("kick_off", walk.Request.Current.Stage.Id);
        Assert.Equal("Iris", walk.Request.Current.Assignee?.Name);
        Assert.Equal(2, walk.Request.Current.Ticks.Count);
        Assert.NotNull(walk.Request.ToAnswer);
    }

    [Fact]
    public void A_returned_offer_leaves_the_ball_where_it_was()
    {
        var walk = RequestWalk.OfferedToTam();
        Assert.Equal("tpm", walk.Request.OwnerTeamId);
        Assert.Equal("AlreadyOffered", walk.Tries(r => r.Offer, Tpm)?.Name);

        walk.Does(r => (by, now) => r.Return("No address.", by, now), Tam);
        Assert.Equal("tpm", walk.Request.OwnerTeamId);
        Assert.Null(walk.Request.Current.OfferedAt);
        walk.Does(r => r.Offer, Tpm);
    }

    [Fact]
    public void Returned_work_goes_to_who_gave_it_even_after_a_withdrawal()
    {
        var walk = RequestWalk.HandedToTpm();
        walk.Does(r => (by, now) => r.Withdraw("Lost.", by, now), Ce);
        walk.Does(r => (by, now) => r.Reopen("Won after all.", by, now), Ce);
        Assert.True(walk.Request.Current.AwaitsAcceptance);
        walk.Does(r => (by, now) => r.Return("Not signed.", by, now), Tpm);
        Assert.Equal(("kick_off", "ie"), (walk.Request.Current.Stage.Id, walk.Request.OwnerTeamId));
    }

    [Fact]
    public void An_offer_that_lost_what_it_needs_is_not_accepted()
    {
        var walk = RequestWalk.OfferedToTam();
        walk.Does(r => (by, now) => r.SaveForm(new Dictionary<string, string> { ["address"] = "" }, by, now), Tpm);
        Assert.Equal("FieldsMissing", walk.Tries(r => r.Accept, Tam)?.Name);
        walk.Does(r => (by, now) => r.SaveForm(new Dictionary<string, string> { ["address"] = "https://b.example" }, by, now), Tpm);
        walk.Does(r => r.Accept, Tam);
    }

    [Fact]
    public void An_offer_made_again_answers_the_return()
    {
        var walk = RequestWalk.OfferedToTam();
        walk.Does(r => (by, now) => r.Return("Wrong address.", by, now), Tam);
        Assert.NotNull(walk.Request.ToAnswer);
        walk.Does(r => r.Offer, Tpm);
        Assert.Null(walk.Request.ToAnswer);
    }

    [Fact]
    public void Nobody_accepts_what_was_not_offered() =>
        Assert.Equal("NothingOffered", RequestWalk.InQualification().Tries(r => r.Accept, Ie)?.Name);

    [Fact]
    public void Only_people_of_the_owning_team_are_assigned()
    {
        var walk = RequestWalk.InQualification();
        Assert.Equal("NotATeamMember", walk.Tries(r => (by, now) => r.Assign(Tpm, by, now), Ie)?.Name);
        walk.Does(r => (by, now) => r.Assign(OtherIe, by, now), Ie);
        walk.Does(r => (by, now) => r.Assign(Ie, by, now), Admin);
        Assert.Equal("Iris", walk.Request.Current.Assignee?.Name);
        Assert.Equal("NotYourStage", walk.Tries(r => (by, now) => r.Assign(OtherIe, by, now), Ce)?.Name);
    }

    [Fact]
    public void Every_moment_has_exactly_one_owner()
    {
        var walk = RequestWalk.HandedToTpm();
        walk.Does(r => (by, now) => r.Return("Not yet.", by, now), Tpm);
        walk.Does(r => r.Complete, Ie);
        walk.Does(r => r.Accept, Tpm);
        var visits = walk.Request.Visits;
        Assert.Equal(walk.Request.OpenedAt, visits[0].StartedAt);
        Assert.All(visits.Zip(visits.Skip(1)), pair => Assert.Equal(pair.First.EndedAt, pair.Second.StartedAt));
    }
}
