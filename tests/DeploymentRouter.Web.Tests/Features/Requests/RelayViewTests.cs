using DeploymentRouter.Web.Features.Requests.Detail;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;

namespace DeploymentRouter.Web.Tests.Features.Requests;

public sealed class RelayViewTests
{
    [Fact]
    public void The_bar_is_the_whole_time_in_unbroken_pieces()
    {
        var walk = HandedToTpm();
        var relay = RelayView.Of(walk.Request, walk.Now.AddDays(2));

        Assert.Equal(["ce", "ie", "tpm"], relay.Bar.Select(segment => segment.TeamId));
        Assert.Equal(1, relay.Bar.Sum(segment => segment.Weight), precision: 9);
        Assert.Equal("CE 2 hours, IE 5 hours, TPM 2 days and counting", relay.Says);
        Assert.Equal("2 days so far", relay.Total);
        Assert.Equal(("2 Nov", "today, 4 Nov"), (relay.From, relay.To));
    }

    [Fact]
    public void A_piece_says_as_much_as_fits()
    {
        var walk = HandedToTpm();
        Assert.Equal(["", "IE", "TPM 4 d"], RelayView.Of(walk.Request, walk.Now.AddDays(4)).Bar.Select(segment => segment.Label));
    }

    [Fact]
    public void Nobody_has_it_between_a_withdrawal_and_the_reopening()
    {
        var walk = ActsViewTests.Stands("withdrawn").Later(TimeSpan.FromDays(3)).Does((r, now) => r.Reopen("Won.", Wren, now));

        Assert.Equal(["ce", "ie", null, "ie"], RelayView.Of(walk.Request, walk.Now).Bar.Select(segment => segment.TeamId));
    }

    [Fact]
    public void Past_present_and_the_plan_ahead_stand_in_one_list()
    {
        var walk = InQualification();
        var rows = RelayView.Of(walk.Request, walk.Now).Rows;

        Assert.Equal(
            ["IE request", "Qualification", "Kick-off", "Project plan", "Kubernetes deployment", "Hand over to TAM"], rows.Select(row => row.Stage));
        Assert.Equal([RelayPlace.Past, RelayPlace.Now, .. Enumerable.Repeat(RelayPlace.Ahead, 4)], rows.Select(row => row.Place));
        Assert.Equal(("Wren Lanternby", "2 Nov", "2 h"), (rows[0].Person, rows[0].Dates, rows[0].Duration));
        Assert.Equal(("since 2 Nov", "3 days left"), (rows[1].Dates, rows[1].Clock?.Words));
        Assert.Equal("about 5 Nov", rows[2].Dates);
        Assert.Equal(("TPM", "TAM"), (rows[5].TeamName, rows[5].ToTeamName));
    }

    [Theory]
    [InlineData("sent back", 1, "sent back, in time")]
    [InlineData("declined", 1, "declined, in time")]
    [InlineData("handed over", 3, "TPM has not accepted yet")]
    [InlineData("returned", 3, "returned")]
    [InlineData("offered", 1, "TAM has not accepted yet")]
    [InlineData("live", 1, "offered today 16:00, accepted today 17:00, after 1 h")]
    [InlineData("elsewhere", 0, "")]
    public void A_line_says_how_the_stay_went(string stands, int row, string note)
    {
        var walk = ActsViewTests.Stands(stands);
        Assert.Equal(note, RelayView.Of(walk.Request, walk.Now).Rows[row].Note);
    }

    [Fact]
    public void Time_on_hold_is_named_and_late_is_late()
    {
        var held = ActsViewTests.Stands("on hold").Later(TimeSpan.FromDays(6)).Does((r, now) => r.Resume(Wren, now));
        Assert.Equal("on hold for 6 d", RelayView.Of(held.Request, held.Now).Rows[1].Note);

        var late = InQualification().Later(TimeSpan.FromDays(5)).Does((r, now) => r.Complete(Bram, now));
        Assert.Equal("late by 1 d", RelayView.Of(late.Request, late.Now).Rows[1].Note);
    }

    [Fact]
    public void After_the_end_nothing_is_ahead()
    {
        var walk = ActsViewTests.Stands("withdrawn");
        var relay = RelayView.Of(walk.Request, walk.Now.AddDays(9));

        Assert.All(relay.Rows, row => Assert.Equal(RelayPlace.Past, row.Place));
        Assert.Equal("3 hours in all", relay.Total);
    }
}
