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
    public void Every_figure_says_to_the_minute_what_it_is_made_of()
    {
        var walk = InQualification().Later(TimeSpan.FromMinutes(30)).Does((r, now) => r.PutOnHold("Change freeze.", null, Bram, now, "customer"))
            .Later(TimeSpan.FromDays(1)).Does((r, now) => r.Resume(Bram, now));
        var relay = RelayView.Of(walk.Request, walk.Now);

        Assert.True(relay.StoodStill);
        Assert.Equal("1 d 4 h 30 min from Mon 2 Nov 09:00 to Tue 3 Nov 13:30 UTC: CE 2 h and IE 1 d 2 h 30 min.", relay.TotalSays);
        Assert.Equal(
            "IE had it for 1 d 2 h 30 min, Mon 2 Nov 11:00 to Tue 3 Nov 13:30 UTC; 17 h 30 min of it in office hours. "
            + "Its clock stood still for 1 d 1 h: Waits for the customer: Change freeze.",
            relay.Rows[1].Says);
        Assert.Equal(relay.Rows[1].Says, relay.Bar[1].Detail);
        Assert.Equal((1.5 / 26.5, 25 / 26.5), relay.Bar[1].Still[0]);
        Assert.Equal(
            "due Mon 9 Nov 08:00 UTC: 3 working days from the start of Qualification on Mon 2 Nov 11:00 UTC, with 16 h of office time in pauses given back",
            relay.Rows[1].ClockSays);
        Assert.Equal("", relay.Rows[2].Says);
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
