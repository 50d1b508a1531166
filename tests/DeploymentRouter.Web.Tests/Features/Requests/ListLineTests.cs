using DeploymentRouter.Core.Queues;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.Features.Requests.Listing;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;

namespace DeploymentRouter.Web.Tests.Features.Requests;

public sealed class ListLineTests
{
    private static readonly RequestListItem Item = new(
        "", Guid.Empty, 1027, "Pinwheel", RequestState.InProgress, "cloud", false, "Provision", Start, "cloud", "Skye", Start, Start.AddDays(4), false, null, Start, Start, []);

    [Theory]
    [InlineData("cloud", Ask.Review, "Accept", "Cloud to review")]
    [InlineData("tam", Ask.AcceptHandOver, "Accept hand-over", "TAM to accept")]
    [InlineData("ie", Ask.Answer, "Answer: Is it workable?", "IE to answer")]
    [InlineData("ce", Ask.AfterDecline, "Decide what comes next", "CE to decide after a decline")]
    [InlineData("ce", Ask.Work, "Sent back: IE request", "CE, sent back")]
    [InlineData("ce", Ask.Work, "Work: IE request", "")]
    [InlineData("ce", Ask.Offered, "Wait for TAM to accept", "")]
    public void A_line_says_in_few_words_what_it_waits_for(string team, Ask ask, string says, string waits) =>
        Assert.Equal(waits, Line(Item with { Waits = [new ListedWait(team, ask, says)] }).Waits);

    [Theory]
    [InlineData(RequestState.OnHold, true, "On hold to 30 Nov")]
    [InlineData(RequestState.OnHold, false, "On hold")]
    [InlineData(RequestState.Withdrawn, false, "Withdrawn")]
    [InlineData(RequestState.Delivered, false, "Delivered")]
    public void What_stands_still_says_why(RequestState state, bool hasDate, string waits) =>
        Assert.Equal(waits, Line(Item with { State = state, HoldUntil = hasDate ? new DateOnly(2026, 11, 30) : null }).Waits);

    [Fact]
    public void A_held_clock_is_paused_and_a_running_one_runs()
    {
        Assert.Equal(("Paused", ClockState.Held), (Line(Item with { State = RequestState.OnHold, DueAt = null }).Clock!.Words, Line(Item with { State = RequestState.OnHold }).Clock!.State));
        Assert.Equal("4 days left", Line(Item).Clock!.Words);
        Assert.Null(Line(Item with { DueAt = null }).Clock);
    }

    [Theory]
    [InlineData("/requests")]
    [InlineData("/requests?q=moss%20%26%20lantern&strategy=cloud&team=ie&stage=qualification&state=on-hold&sort=due&after=x~1")]
    [InlineData("/requests?state=all&before=x~1")]
    public void An_address_reads_back_as_it_was_written(string address)
    {
        var query = System.Web.HttpUtility.ParseQueryString(new Uri("http://x" + address).Query);
        var read = new ListAddress(query["q"], query["strategy"], query["team"], query["stage"], query["state"], query["sort"], query["after"], query["before"]);

        Assert.Equal(address, read.ToString());
    }

    [Theory]
    [InlineData("DR-1027", 1027)]
    [InlineData(" dr-1027 ", 1027)]
    [InlineData("1027", 1027)]
    [InlineData("1027 labs", null)]
    [InlineData("moss", null)]
    [InlineData("", null)]
    public void A_number_is_told_from_words(string words, int? number) => Assert.Equal(number, new ListAddress(words).Number());

    [Theory]
    [InlineData(null, 4)]
    [InlineData("open", 4)]
    [InlineData("nonsense", 4)]
    [InlineData("needs-information", 1)]
    [InlineData("withdrawn", 1)]
    [InlineData("all", 6)]
    public void Each_state_in_the_address_means_its_states(string? state, int count) => Assert.Equal(count, new ListAddress(State: state).Filter().States.Count);

    private static ListLine Line(RequestListItem item) => ListLine.Of(item, Playbook, Start);
}
