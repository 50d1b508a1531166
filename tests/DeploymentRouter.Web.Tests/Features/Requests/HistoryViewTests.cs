using DeploymentRouter.Core.Assigning;
using DeploymentRouter.Web.Features.Requests.Detail;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;

namespace DeploymentRouter.Web.Tests.Features.Requests;

public sealed class HistoryViewTests
{
    [Fact]
    public void One_act_is_one_line_and_the_newest_comes_first()
    {
        var lines = HistoryView.Of(Declined().Request, HistoryFilter.All, HistoryView.PageSize).Lines;

        Assert.Equal(
            [
                $"Bram Copperkettle declined it: {Playbook.DeclineReasons[0].Label}. It is with CE for {Playbook.CommonStages.AfterDecline.Name}",
                "Wren Lanternby finished IE request and passed it to IE for Qualification",
                "Wren Lanternby filled in Opportunity, Technical design document, Expected deployment type and 1 more",
                "Wren Lanternby filed the request. It is with CE for IE request",
            ],
            lines.Select(line => $"{line.By.Name} {Piece.Plain(line.Sentence)}"));
        Assert.Equal("Too small.", lines[0].Said);
    }

    [Fact]
    public void Sending_back_is_one_line_that_says_who_has_it_now()
    {
        var walk = InQualification().Does((r, now) => r.SendBack("Which cluster?", [], [], Bram, now));
        var line = HistoryView.Of(walk.Request, HistoryFilter.HandOvers, HistoryView.PageSize).Lines[0];
        Assert.Equal(("sent it back. It is with CE for IE request", "Which cluster?"), (Piece.Plain(line.Sentence), line.Said));
        Assert.StartsWith("finished IE request and", Piece.Plain(HistoryView.Of(walk.Does((r, now) => r.Complete(Wren, now)).Request, HistoryFilter.HandOvers, 9).Lines[0].Sentence), StringComparison.Ordinal);
    }

    [Fact]
    public void An_assignment_in_turn_is_told_with_its_reason_and_whoever_gets_it()
    {
        var (walk, full) = (InQualification(), InQualification());
        walk.Request.AssignInTurn(new Choice(new Member("bram-copperkettle", "Bram Copperkettle", 8, 3, null, [], IsLead: false), "3 open of 8, next in turn"));
        full.Request.AssignInTurn(new Choice(null, "Bram Copperkettle has 8 open of 8"));

        Assert.EndsWith("passed it to IE for Qualification. Assigned to Bram Copperkettle: 3 open of 8, next in turn", Newest(walk), StringComparison.Ordinal);
        Assert.EndsWith("passed it to IE for Qualification. Assigned to nobody: Bram Copperkettle has 8 open of 8", Newest(full), StringComparison.Ordinal);

        static string Newest(RequestWalk walk) => Piece.Plain(HistoryView.Of(walk.Request, HistoryFilter.All, HistoryView.PageSize).Lines[0].Sentence);
    }

    [Theory]
    [InlineData(HistoryFilter.All, 5)]
    [InlineData(HistoryFilter.Comments, 2)]
    [InlineData(HistoryFilter.HandOvers, 3)]
    public void A_filter_leaves_what_it_names(HistoryFilter filter, int lines)
    {
        var walk = Declined().Does((r, now) => r.Comment("A pity.", Juniper, now));
        Assert.Equal(lines, HistoryView.Of(walk.Request, filter, HistoryView.PageSize).Lines.Count);
    }

    [Fact]
    public void Earlier_lines_are_counted_until_they_are_shown()
    {
        var walk = InQualification();
        for (var i = 0; i < 22; i++) walk.Does((r, now) => r.Comment("Hello.", Juniper, now));

        Assert.Equal((20, 5), (HistoryView.Of(walk.Request, HistoryFilter.All, 20).Lines.Count, HistoryView.Of(walk.Request, HistoryFilter.All, 20).Earlier));
        Assert.Equal((25, 0), (HistoryView.Of(walk.Request, HistoryFilter.All, 40).Lines.Count, HistoryView.Of(walk.Request, HistoryFilter.All, 40).Earlier));
    }

    [Fact]
    public void What_was_taken_back_stays_to_be_read()
    {
        var walk = Declined().Later(TimeSpan.FromMinutes(-55)).Does((r, now) => r.Undo(Bram, now));
        var lines = HistoryView.Of(walk.Request, HistoryFilter.All, HistoryView.PageSize).Lines;

        Assert.StartsWith("took back: declined it", Piece.Plain(lines[0].Sentence), StringComparison.Ordinal);
        Assert.Equal([false, true, false], lines.Take(3).Select(line => line.IsTakenBack));
    }

    [Theory]
    [InlineData(HistoryFilter.All, 20, "/requests/1027")]
    [InlineData(HistoryFilter.Comments, 20, "/requests/1027?history=comments")]
    [InlineData(HistoryFilter.HandOvers, 40, "/requests/1027?history=hand-overs&shown=40")]
    public void The_filter_stands_in_the_address(HistoryFilter filter, int shown, string address)
    {
        Assert.Equal(address, HistoryAddress.Of(1027, filter, shown));
        Assert.Equal(filter, HistoryAddress.Filter(System.Web.HttpUtility.ParseQueryString(new Uri("http://x" + address).Query)["history"]));
    }
}
