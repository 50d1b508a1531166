using Bunit;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Persistence.Requests;
using Microsoft.Extensions.DependencyInjection;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;

namespace DeploymentRouter.Web.Tests.Features.Queues;

/// <summary>What a reviewer does.</summary>
public sealed class ReviewingTests : ReviewRoom
{
    [Fact]
    public async Task Two_reviewers_see_that_the_other_has_it_open()
    {
        await TwoInQualificationAsync();
        var bram = OpenQueue(Bram, "ie");
        var tansy = OpenQueue(Tansy, "ie");
        tansy.WaitForAssertion(() => Assert.Contains("Bram Copperkettle has it open since", tansy.Find(".review .claim").TextContent, StringComparison.Ordinal));
        Assert.Equal("B. Copperkettle has it open", tansy.FindAll("tr[tabindex]")[0].QuerySelector(".pin")!.TextContent);
        bram.WaitForAssertion(() => Assert.Contains("Tansy Ironbark has it open", bram.Find(".review .claim").TextContent, StringComparison.Ordinal));

        bram.FindAll("tr[tabindex]")[1].Click();
        tansy.WaitForAssertion(() => Assert.Empty(tansy.FindAll(".review .claim")));
        Assert.Equal("B. Copperkettle has it open", tansy.FindAll("tr[tabindex]")[1].QuerySelector(".pin")!.TextContent);
    }

    [Fact]
    public async Task After_qualifying_the_next_request_is_selected_and_the_act_can_be_taken_back()
    {
        await TwoInQualificationAsync();
        var page = OpenQueue(Bram, "ie");

        await Key(page, "1").ClickAsync();
        Assert.Equal(("Birch", "Birch"), (Selected(page), Reviewed(page)));
        Assert.Equal("kick_off", await StageOfAsync(First));
        ToastRack.WaitForAssertion(() => Assert.Contains("Acorn: you finished Qualification", ToastRack.Markup, StringComparison.Ordinal));

        await ToastRack.Find("[data-key=u]").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal(("Acorn", "Acorn"), (Selected(page), Reviewed(page))));
        Assert.Equal("qualification", await StageOfAsync(First));
    }

    [Fact]
    public async Task A_double_press_acts_once()
    {
        await TwoInQualificationAsync();
        var page = OpenQueue(Bram, "ie");

        await Key(page, "1").ClickAsync();
        await Key(page, "1").ClickAsync();
        Assert.Equal("qualification", await StageOfAsync(Second));

        Time.Advance(TimeSpan.FromSeconds(1));
        await Key(page, "1").ClickAsync();
        Assert.Equal("kick_off", await StageOfAsync(Second));
    }

    [Fact]
    public async Task Declining_needs_a_coded_reason_and_a_note()
    {
        await TwoInQualificationAsync();
        var page = OpenQueue(Bram, "ie");

        await Key(page, "2").ClickAsync();
        Time.Advance(TimeSpan.FromSeconds(1));
        await page.FindAll(".decide button").First(button => button.TextContent == "Decline").ClickAsync();
        Assert.Contains("Choose a reason from the list.", page.Find(".decide").TextContent, StringComparison.Ordinal);
        Assert.Contains("Write why, in words for CE and Sales.", page.Find(".decide").TextContent, StringComparison.Ordinal);
        Assert.Equal("qualification", await StageOfAsync(First));

        await page.Find("#decide-reason").ChangeAsync("not_a_priority");
        page.Find("#decide-note").Input("Not this quarter.");
        await page.FindAll(".decide button").First(button => button.TextContent == "Decline").ClickAsync();
        var declined = Assert.IsType<Declined>((await Store.FindAsync(First.Id))!.LastDecline!.What);
        Assert.Equal(("not_a_priority", "Not this quarter."), (declined.ReasonCode, declined.Text));
        Assert.Equal("Birch", Selected(page));
    }

    [Fact]
    public async Task Sending_back_needs_a_note_which_is_forgotten_once_it_is_sent()
    {
        await TwoInQualificationAsync();
        var page = OpenQueue(Bram, "ie");

        await Key(page, "3").ClickAsync();
        Assert.Contains("Write what is missing. The others read it.", page.Find(".decide").TextContent, StringComparison.Ordinal);
        Assert.Equal("qualification", await StageOfAsync(First));

        page.Find("#decide-note").Input("Which cluster?");
        await Key(page, "3").ClickAsync();
        var sent = Assert.IsType<SentBack>((await Store.FindAsync(First.Id))!.ToAnswer!.What);
        Assert.Equal("Which cluster?", sent.Reason);
        // What carries the decision is asked again unless the reviewer says otherwise.
        Assert.Equal(["cluster_required", "code_host_reachability"], sent.QuestionIds);
        page.WaitForAssertion(() => Assert.Equal("Birch", Reviewed(page)));
        Assert.Empty(await Services.GetRequiredService<UnsentTexts>().OfAsync(Bram.Id, First.Id));
        Assert.Equal("", page.Find("#decide-note").TextContent);
    }

    [Fact]
    public async Task A_note_that_was_begun_is_still_there_when_one_comes_back()
    {
        await TwoInQualificationAsync();
        var page = OpenQueue(Bram, "ie");
        page.Find("#decide-note").Input("Which");
        page.FindAll("tr[tabindex]")[1].Click();
        page.WaitForAssertion(() => Assert.Equal("Birch", Reviewed(page)));
        page.FindAll("tr[tabindex]")[0].Click();
        page.WaitForAssertion(() => Assert.Equal("Which", page.Find("#decide-note").GetAttribute("value")));
    }

    [Fact]
    public async Task Who_was_overtaken_is_told_by_whom_and_goes_on_with_the_next()
    {
        await TwoInQualificationAsync();
        var page = OpenQueue(Bram, "ie");
        await UnheardAsync(First, (request, now) => request.Decline("not_a_priority", "Too small.", Tansy, now));

        await Key(page, "1").ClickAsync();
        var notice = page.Find(".notice").TextContent;
        Assert.Contains("Acorn: While you looked, Tansy Ironbark declined it", notice, StringComparison.Ordinal);
        Assert.Contains("Nothing of yours was done.", notice, StringComparison.Ordinal);
        Assert.Equal(("Birch", "Birch"), (Selected(page), Reviewed(page)));
        Assert.Equal(RequestState.Declined, (await Store.FindAsync(First.Id))!.State);
    }

    [Fact]
    public async Task Who_declined_may_not_decide_the_appeal_and_is_told_so()
    {
        await StoreAsync("Cedar", Declined().Does((r, now) => r.Appeal("Revenue doubled.", Wren, now)));
        var page = OpenQueue(Bram, "ie");
        Assert.Empty(page.FindAll("[data-key='1']"));
        Assert.Contains("Bram Copperkettle declined this. After an appeal a different person of the team decides.", page.Find(".decide").TextContent, StringComparison.Ordinal);
        Assert.Contains("On appeal.", page.Find(".review").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_the_next_one_takes_theFirst_that_nobody_has()
    {
        await TwoInQualificationAsync();
        await ElsewhereAsync(First, (request, now) => request.Take(Tansy, now));
        var page = OpenQueue(Bram, "ie");

        await Key(page, "n").ClickAsync();
        Assert.Equal("Birch", Selected(page));
        Assert.Equal("Bram Copperkettle", (await Store.FindAsync(Second.Id))!.Current.Assignee?.Name);

        Time.Advance(TimeSpan.FromSeconds(1));
        await Key(page, "n").ClickAsync();
        Assert.Contains("Somebody has each of these already.", page.Find(".notice").TextContent, StringComparison.Ordinal);
    }
}
