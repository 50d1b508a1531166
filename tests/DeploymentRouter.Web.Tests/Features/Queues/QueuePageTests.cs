using Bunit;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Web.Tests.Features.Requests;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;

namespace DeploymentRouter.Web.Tests.Features.Queues;

public sealed class QueuePageTests : QueueRoom
{
    [Fact]
    public async Task Another_team_sees_the_queue_and_who_can_act_on_it()
    {
        await StoreAsync("Acorn", InQualification());
        var page = OpenQueue(Felix, "ie");
        Assert.Equal(["Acorn"], Customers(page));
        Assert.Contains("Qualification belongs to IE. Ask them, or comment.", page.Find(".decide").TextContent, StringComparison.Ordinal);
        foreach (var key in new[] { "1", "2", "3", "a", "t", "n" }) Assert.Empty(page.FindAll($"[data-key='{key}']"));
    }

    [Fact]
    public async Task Cloud_answers_an_open_verdict_with_one_button_for_each_value()
    {
        var request = await StoreAsync("Acorn", Filed(UndecidedAnswers));
        var page = OpenQueue(Skye, "cloud");
        Assert.Equal("Answer: Will Cloud support what the customer requires?", page.Find("td.ask").TextContent);
        Assert.Equal(
            ["1 Supported", "2 Will be built", "3 Will not be built"],
            page.FindAll(".decide button").Select(button => $"{button.GetAttribute("data-key")} {button.FirstChild!.TextContent.Trim()}"));

        await Key(page, "3").ClickAsync();
        request = (await Store.FindAsync(request.Id))!;
        Assert.Equal("jointly-managed", request.StrategyId);
        Assert.Equal("Nothing waits for Cloud", page.Find(".empty h2").TextContent);
    }

    [Fact]
    public async Task A_hand_over_is_accepted_or_returned_with_a_note()
    {
        var accepted = await StoreAsync("Acorn", HandedToTpm());
        var returned = await StoreAsync("Birch", HandedToTpm().Later(TimeSpan.FromDays(1)));
        var page = OpenQueue(Felix, "tpm");
        Assert.Equal(["Accept hand-over", "Accept hand-over"], page.FindAll("td.ask").Select(cell => cell.TextContent));
        Assert.Contains("Note to IE", page.Find(".decide").TextContent, StringComparison.Ordinal);

        await Key(page, "1").ClickAsync();
        Assert.Equal("Felix Plumbline", (await Store.FindAsync(accepted.Id))!.Current.Assignee?.Name);
        Assert.Equal("Birch", Selected(page));

        Time.Advance(TimeSpan.FromSeconds(1));
        page.Find("#decide-note").Input("No introductions.");
        await Key(page, "3").ClickAsync();
        Assert.Equal("kick_off", await StageOfAsync(returned));
    }

    [Fact]
    public async Task An_offered_hand_over_is_accepted_by_the_receiver()
    {
        var request = await StoreAsync("Acorn", BeforeOffer().Does((r, now) => r.Offer(Wren, now)));
        var page = OpenQueue(Hazel, "tam");
        await Key(page, "1").ClickAsync();
        Assert.Equal(RequestState.Delivered, (await Store.FindAsync(request.Id))!.State);
        Assert.Equal("Nothing waits for TAM", page.Find(".empty h2").TextContent);
    }

    [Fact]
    public async Task Work_that_is_not_finished_says_what_is_missing_and_leads_to_the_request()
    {
        await StoreAsync("Acorn", Filed(JointAnswers));
        var page = OpenQueue(Wren, "ce");
        Assert.Contains("Fill in first: Opportunity", page.Find(".decide").TextContent, StringComparison.Ordinal);
        Assert.Equal("/requests/1001", page.Find(".decide a").GetAttribute("href"));
    }

    [Fact]
    public async Task The_list_follows_what_happens_elsewhere_and_keeps_the_selection()
    {
        await StoreAsync("Acorn", InQualification());
        var second = await StoreAsync("Birch", InQualification().Later(TimeSpan.FromHours(1)));
        var page = OpenQueue(Bram, "ie");
        page.FindAll("tr[tabindex]")[1].Click();
        page.WaitForAssertion(() => Assert.Equal("Birch", Reviewed(page)));

        await StoreAsync("Cedar", InQualification().Later(TimeSpan.FromHours(2)));
        page.WaitForAssertion(() => Assert.Equal(["Acorn", "Birch", "Cedar"], Customers(page)));
        Assert.Contains("1 more request waits.", page.FindAll("[role=status]").Select(status => status.TextContent));
        Assert.Equal("Birch", Selected(page));

        await ElsewhereAsync(second, (request, now) => request.SendBack("Which cluster?", [], [], Tansy, now));
        page.WaitForAssertion(() => Assert.Contains("Left the queue", page.Find("tr[aria-selected=true]").TextContent, StringComparison.Ordinal));
        Assert.Equal(("Birch", "Birch"), (Selected(page), Reviewed(page)));

        page.FindAll("tr[tabindex]")[0].Click();
        page.WaitForAssertion(() => Assert.Equal(["Acorn", "Cedar"], Customers(page)));
    }

    [Fact]
    public async Task Filters_live_in_the_address()
    {
        await StoreAsync("Acorn", InQualification().Does((r, now) => r.Take(Bram, now)));
        await StoreAsync("Birch", InQualification());
        Assert.Equal(["Birch"], Customers(OpenQueue(Bram, "ie", "?assignee=nobody")));
        Assert.Equal(["Acorn"], Customers(OpenQueue(Bram, "ie", "?assignee=me&stage=qualification")));

        var page = OpenQueue(Bram, "ie", "?stage=kick_off&assignee=nobody");
        Assert.Equal("Kick-off", page.Find("h1").TextContent);
        Assert.Equal("Nothing in this queue fits the filters", page.Find(".empty h2").TextContent);
        Assert.Contains("/queues/ie?stage=kick_off&assignee=me", page.FindAll("#filter-assignee a").Select(link => link.GetAttribute("href")));
        Assert.Equal("/queues/ie", page.Find(".empty a").GetAttribute("href"));
    }

    [Fact]
    public async Task The_address_opens_a_request_and_its_close_leaves_the_filters()
    {
        await StoreAsync("Acorn", InQualification());
        await StoreAsync("Birch", InQualification().Later(TimeSpan.FromHours(1)));
        var page = OpenQueue(Bram, "ie", "?hold=hidden&at=1002");
        Assert.Equal(("Birch", "Birch"), (Selected(page), Reviewed(page)));
        Assert.Equal("review open", page.Find(".review").ClassName);
        Assert.Equal("/queues/ie?hold=hidden", page.Find(".close").GetAttribute("href"));

        Services.GetRequiredService<NavigationManager>().NavigateTo("/queues/ie?hold=hidden");
        page.Render(p => p.Add(x => x.Team, "ie"));
        Assert.Equal("review", page.Find(".review").ClassName);
    }

    [Fact]
    public async Task Single_keys_can_be_switched_off_where_they_are_shown()
    {
        await StoreAsync("Acorn", InQualification());
        var page = OpenQueue(Bram, "ie");
        await page.Find(".switch").ClickAsync();
        Assert.Equal(false, JSInterop.VerifyInvoke("preferences.keys").Arguments[0]);
        Assert.Empty(page.FindAll(".keys kbd"));
        Assert.Equal("Switch keys on", page.Find(".switch").TextContent);
    }

    [Fact]
    public void An_unknown_team_is_said_to_be_unknown() =>
        Assert.Equal("There is no such queue", OpenQueue(Bram, "gardeners").Find("h1").TextContent);
}
