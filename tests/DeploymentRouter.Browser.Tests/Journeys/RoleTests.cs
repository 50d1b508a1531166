using DeploymentRouter.Browser.Tests.Pages;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.Drafts;
using DeploymentRouter.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;
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
        // A window of its own: the others share one sign-in of each person, and this one ends.
        await using var first = await site.VisitAsync();
        await first.SignInAsync(People.Ce, "/requests");
        var second = await first.AnotherTabAsync();
        await second.SignInAsync(People.Sales, "/requests");
        await Expect(first.Page.Locator("html")).ToHaveAttributeAsync("data-person", People.Sales);
        await first.LiveAsync();
        await Expect(first.Page.Locator("header").GetByRole(AriaRole.Link, new() { Name = "New request" })).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task An_open_page_can_do_nothing_once_its_session_is_ended()
    {
        var sessions = site.Services.GetRequiredService<Sessions>();
        var drafts = site.Services.GetRequiredService<DraftStore>();
        var others = (await sessions.OfAsync(People.OtherCe)).Select(line => line.Id).ToHashSet();
        await using var visit = await site.VisitAsync();
        await visit.SignInAsync(People.OtherCe, "/my-work");
        var before = (await drafts.OfAsync(People.OtherCe)).Count;
        foreach (var line in await sessions.OfAsync(People.OtherCe))
            if (!others.Contains(line.Id)) await sessions.EndAsync(line.Id, People.OtherCe, DemoPeople.Find(People.OtherCe)!.Person);
        // What was looked up a moment ago counts for two seconds.
        await Task.Delay(TimeSpan.FromSeconds(2.5));

        await visit.Page.Locator("header").GetByRole(AriaRole.Link, new() { Name = "New request" }).ClickAsync();

        await visit.Page.WaitForURLAsync("**/sign-in?**");
        Assert.Equal(before, (await drafts.OfAsync(People.OtherCe)).Count);
    }

    private static async Task AssertNoDeadButtonsAsync(Visit visit) =>
        await Expect(visit.Page.Locator("button:disabled, [aria-disabled=true]")).ToHaveCountAsync(0);
}
