using DeploymentRouter.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests.Journeys;

/// <summary>Whoever may not do something reads a sentence that says who can, and finds no dead button.</summary>
[Collection(QuietSite.Name)]
public sealed class RoleTests(EmptySite site)
{
    [BrowserFact]
    public async Task Sales_cannot_file_a_request_and_is_told_who_does()
    {
        await using var sales = await site.SignedInAsync(People.Sales, "/requests");
        await Expect(sales.Page.Locator("header").GetByRole(AriaRole.Link, new() { Name = "New request" })).ToHaveCountAsync(0);

        await sales.GoToAsync("/requests/new");
        await Expect(sales.Page.Locator("h1")).ToHaveTextAsync("CE files requests");
        await Expect(sales.Page.Locator("main")).ToContainTextAsync("Ask them, or look whether there is one already.");
        await AssertNoDeadButtonsAsync(sales);
    }

    [BrowserFact]
    public async Task Sales_reads_a_request_that_waits_for_IE_and_may_comment()
    {
        var number = await site.SendToIeAsync("Plover Island Ferries");
        await using var sales = await site.SignedInAsync(People.Sales, "/requests");
        var request = await RequestPage.OpenAsync(sales, number);
        await Expect(request.Next).ToContainTextAsync("Qualification belongs to IE. Ask them, or comment.");
        await Expect(request.Next.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await AssertNoDeadButtonsAsync(sales);

        await sales.Page.GetByRole(AriaRole.Button, new() { Name = "More acts" }).ClickAsync();
        await Expect(sales.Page.Locator("#more-acts")).ToContainTextAsync("CE can withdraw it. Comment to ask for it.");
        await Expect(sales.Page.Locator("#more-acts").GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await sales.Page.Keyboard.PressAsync("Escape");
        await request.CommentAsync("The customer asks when they will hear from us.");
    }

    [BrowserFact]
    public async Task A_draft_is_shown_only_to_the_person_who_writes_it()
    {
        await using var wren = await site.SignedInAsync(People.Ce, "/my-work");
        await Intake.BeginAsync(wren);
        await using var otis = await site.SignedInAsync(People.OtherCe, new Uri(wren.Page.Url).AbsolutePath);
        await Expect(otis.Page.Locator("h1")).ToHaveTextAsync("There is no such draft of yours");
    }

    [BrowserFact]
    public async Task A_tab_follows_when_somebody_else_signs_in_beside_it()
    {
        await using var first = await site.SignedInAsync(People.Ce, "/requests");
        var second = await first.AnotherTabAsync();
        await second.SignInAsync(People.Sales, "/requests");
        await Expect(first.Page.Locator("html")).ToHaveAttributeAsync("data-person", People.Sales);
        await first.LiveAsync();
        await Expect(first.Page.Locator("header").GetByRole(AriaRole.Link, new() { Name = "New request" })).ToHaveCountAsync(0);
    }

    private static async Task AssertNoDeadButtonsAsync(Visit visit) =>
        await Expect(visit.Page.Locator("button:disabled, [aria-disabled=true]")).ToHaveCountAsync(0);
}
