using Bunit;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Persistence.Requests;
using Microsoft.Extensions.DependencyInjection;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;

namespace DeploymentRouter.Web.Tests.Features.Queues;

/// <summary>What a reviewer reads.</summary>
public sealed class ReviewTests : ReviewRoom
{
    [Fact]
    public async Task The_review_says_when_the_team_is_due_and_why()
    {
        await TwoInQualificationAsync();
        var page = OpenQueue(Bram, "ie", "?stage=qualification");
        Assert.Matches("^Due .* 22:00 UTC: 3 working days from the start of Qualification on .* UTC\\.$", page.Find(".review .due").TextContent);
    }

    [Fact]
    public async Task TheFirst_request_is_open_beside_the_list_with_all_that_a_reviewer_reads()
    {
        await TwoInQualificationAsync();
        var page = OpenQueue(Bram, "ie", "?stage=qualification");

        Assert.Equal("Qualification", page.Find("h1").TextContent);
        Assert.Equal(["Acorn", "Birch"], Customers(page));
        Assert.Equal(("Acorn", "Acorn"), (Selected(page), Reviewed(page)));
        var review = page.Find(".review").TextContent;
        Assert.Contains("DR-1001", review, StringComparison.Ordinal);
        Assert.Contains("sent by Wren Lanternby", review, StringComparison.Ordinal);
        Assert.Contains("Neither Cloud nor One-Click is an option.", review, StringComparison.Ordinal);
        Assert.Contains("Company rule that products run on clusters: Yes", review, StringComparison.Ordinal);
        Assert.Contains("Technical design document", review, StringComparison.Ordinal);
        Assert.Contains("300 users, 1,200 repositories", review, StringComparison.Ordinal);
        Assert.Contains("18 of 100", review, StringComparison.Ordinal);
        Assert.Contains("120,000 USD a year 10", review, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_key_is_a_button_of_the_page()
    {
        await TwoInQualificationAsync();
        var page = OpenQueue(Bram, "ie");
        foreach (var key in new[] { "j", "k", "1", "2", "3", "a", "t", "n", "h", "?" })
            Assert.Equal("BUTTON", Key(page, key).TagName);
        Assert.Equal("/requests/1001", page.Find("[data-enter]").GetAttribute("href"));
    }

    [Fact]
    public async Task What_is_pinned_goesFirst_with_its_reason_and_its_points_stay()
    {
        await TwoInQualificationAsync();
        var page = OpenQueue(Bram, "ie");
        page.FindAll("tr[tabindex]")[1].Click();
        page.WaitForAssertion(() => Assert.Equal("Birch", Reviewed(page)));
        await Key(page, "p").ClickAsync();
        await Dialogs.Find("#act-reason").InputAsync("Their board meets on Friday.");
        await Dialogs.FindAll(".dialog button").Single(button => button.TextContent == "Pin it").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal(["Birch", "Acorn"], Customers(page)));
        Assert.Equal("Pinned, 1", page.Find("tr.group").TextContent);
        Assert.Equal("Pinned first: Their board meets on Friday.", page.Find("td .pin").TextContent);
        Assert.Contains("Pinned first by Bram Copperkettle", page.Find(".review .pin").TextContent, StringComparison.Ordinal);
        Assert.Equal(("Birch", "Birch"), (Selected(page), Reviewed(page)));
        Assert.Equal("18", page.Find(".rank b").TextContent);

        Time.Advance(TimeSpan.FromSeconds(1));
        await Key(page, "p").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal(["Acorn", "Birch"], Customers(page)));
    }

    [Fact]
    public async Task The_team_says_how_much_it_can_take_and_the_line_stands_there()
    {
        await TwoInQualificationAsync();
        var page = OpenQueue(Bram, "ie");
        Assert.Empty(page.FindAll("tr.cut"));
        await page.Find("#bandwidth-number").ChangeAsync("some");
        await page.Find("#bandwidth .primary").ClickAsync();
        Assert.Equal("Enter a number from 0 to 500, or leave it empty.", page.Find("#bandwidth .msg").TextContent.Trim());

        await page.Find("#bandwidth-number").ChangeAsync("1");
        await page.Find("#bandwidth .primary").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal("Bandwidth ends here, 1 of 2 requests that wait for a review", page.Find("tr.cut").TextContent.Trim()));
        Assert.Equal("Birch", page.Find("tr.below .cust").TextContent);
        Assert.Contains("Bram Copperkettle", page.Find("#bandwidth ul").TextContent, StringComparison.Ordinal);

        Assert.Contains("IE can say how many requests it can take.", OpenQueue(Wren, "ie").Find("#bandwidth").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reviewer_says_what_is_to_be_looked_at_again()
    {
        await TwoInQualificationAsync();
        var page = OpenQueue(Bram, "ie");
        Assert.Equal("Sending back asks for 2 things", page.Find(".asks summary").TextContent);
        page.FindAll(".asks .pick").Single(pick => pick.TextContent.StartsWith("How we reach them", StringComparison.Ordinal)).QuerySelector("input")!.Change(false);
        page.FindAll(".asks .pick").Single(pick => pick.TextContent == "Technical design document").QuerySelector("input")!.Change(true);
        page.Find("#decide-note").Input("Which cluster?");
        await Key(page, "3").ClickAsync();

        var sent = Assert.IsType<SentBack>((await Store.FindAsync(First.Id))!.ToAnswer!.What);
        Assert.Equal(["cluster_required"], sent.QuestionIds);
        Assert.Equal(["tdd_link"], sent.FieldIds);
    }

    [Fact]
    public async Task The_review_shows_the_row_that_decides_and_why_those_above_do_not()
    {
        await TwoInQualificationAsync();
        var rows = OpenQueue(Bram, "ie").FindAll(".review tbody tr:has(th .i)").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Equal(["R1", "R2", "R3", "R4", "R5"], rows.Select(row => row[..2]));
        Assert.Equal("R3 One-Click Does not hold because a company rule says that products run on clusters.", rows[2]);
        Assert.Equal("R5 Jointly Managed Neither Cloud nor One-Click is an option.", rows[4]);
    }

    [Fact]
    public async Task The_review_shows_how_the_same_went_before()
    {
        await TwoInQualificationAsync();
        var page = OpenQueue(Bram, "ie");
        page.WaitForAssertion(() => Assert.Contains("None was reviewed yet.", page.Find(".review").TextContent, StringComparison.Ordinal));
        await StoreAsync("Cedar", Declined());
        page.FindAll("tr[tabindex]")[1].Click();
        page.WaitForAssertion(() => Assert.Equal(
            $"Cedar Declined after 0 days: {Playbook.DeclineReasons[0].Label} The same answers",
            string.Join(' ', page.Find(".past li").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
    }
}
