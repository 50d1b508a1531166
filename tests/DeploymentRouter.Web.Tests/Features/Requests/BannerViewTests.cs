using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.Features.Requests.Detail;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;

namespace DeploymentRouter.Web.Tests.Features.Requests;

public sealed class BannerViewTests
{
    [Theory]
    [InlineData("filed", null, BannerKind.Info, null)]
    [InlineData("qualification", null, BannerKind.Info, null)]
    [InlineData("on hold", "On hold until Tue 1 Dec 2026.", BannerKind.Info, "Change freeze.")]
    [InlineData("sent back", "Bram Copperkettle sent it back.", BannerKind.Warn, "Which cluster?")]
    [InlineData("declined", "Declined: {reason}.", BannerKind.Late, "Too small.")]
    [InlineData("returned", "Felix Plumbline returned the hand-over.", BannerKind.Warn, "No introductions.")]
    [InlineData("handed over", "Waits for TPM to accept.", BannerKind.Info, null)]
    [InlineData("offered", "Waits for TAM to accept.", BannerKind.Info, null)]
    [InlineData("elsewhere", "The answers now lead to One-Click.", BannerKind.Warn, null)]
    [InlineData("overridden", "Wren Lanternby chose One-Click.", BannerKind.Info, "They insist.")]
    [InlineData("undecided", "Needs information.", BannerKind.Warn, null)]
    [InlineData("withdrawn", "Withdrawn.", BannerKind.Info, "Lost.")]
    [InlineData("on appeal", "On appeal.", BannerKind.Info, null)]
    public void The_weightiest_thing_is_said_above_the_page(string stands, string? title, BannerKind kind, string? quote)
    {
        var banner = BannerView.Of(ActsViewTests.Stands(stands).Request, Wren);

        Assert.Equal(title?.Replace("{reason}", Playbook.DeclineReasons[0].Label, StringComparison.Ordinal), banner?.Title);
        if (banner is null) return;
        Assert.Equal(kind, banner.Kind);
        Assert.Equal(quote, banner.Quote);
    }

    [Fact]
    public void An_appeal_says_who_decides_it()
    {
        var request = ActsViewTests.Stands("on appeal").Request;
        Assert.Equal("Bram Copperkettle declined it; now a different person of IE decides.", BannerView.Of(request, Wren)!.Text);

        request.NameDecider(new Core.Requests.Assignee("tansy", "Tansy Underhill"));
        Assert.Equal("Bram Copperkettle declined it; now Tansy Underhill, who leads IE, decides.", BannerView.Of(request, Wren)!.Text);
    }

    [Fact]
    public void A_send_back_names_what_to_look_at() =>
        Assert.Equal(["Where it would run", "Technical design document"], BannerView.Of(ActsViewTests.Stands("sent back").Request, Wren)!.LookAt);

    [Fact]
    public void An_override_keeps_the_computed_outcome_in_sight() =>
        Assert.Contains("The rules say Jointly Managed.", BannerView.Of(ActsViewTests.Stands("overridden").Request, Bram)!.Text, StringComparison.Ordinal);

    [Fact]
    public void Open_questions_stand_with_the_team_that_answers()
    {
        var open = Assert.Single(BannerView.Of(ActsViewTests.Stands("undecided").Request, Skye)!.Open!);
        Assert.Equal(("cloud_team_verdict", "Cloud", true), (open.QuestionId, open.TeamName, open.IsMine));
    }

    [Fact]
    public void Re_routing_is_offered_to_CE_and_explained_to_others()
    {
        var walk = ActsViewTests.Stands("elsewhere");
        Assert.Null(BannerView.Of(walk.Request, Wren)!.Act!.Refusal);
        Assert.Equal("CE can re-route it. Comment to ask for it.", BannerView.Of(walk.Request, Bram)!.Act!.Refusal!.Sentence);
    }
}
