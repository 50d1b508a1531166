using System.Globalization;
using DeploymentRouter.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests.Journeys;

[Collection(QuietSite.Name)]
public sealed class StatusLinkTests(EmptySite site)
{
    [BrowserFact]
    public async Task A_link_is_made_opened_by_a_stranger_and_revoked()
    {
        var number = await site.SendToIeAsync("Marmalade Lighthouses");
        var address = string.Create(CultureInfo.InvariantCulture, $"/requests/{number}");
        await using var sales = await site.SignedInAsync(People.Sales, address);
        var panel = sales.Page.Locator(".share");

        await panel.GetByRole(AriaRole.Button, new() { Name = "Share status" }).ClickAsync();
        await sales.Page.GetByLabel("Note").FillAsync("We talk about it on Monday.");
        await sales.AssertWellAsync();
        await sales.ScreenshotAsync("share-dialog-light-1440");
        await sales.Page.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        var link = await panel.Locator("#made-link").InnerTextAsync();
        await sales.ScreenshotAsync("share-made-light-1440");

        await using var stranger = await site.VisitAsync(Look.Dark, 360);
        await stranger.Page.GotoAsync(link);
        await Expect(stranger.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Marmalade Lighthouses");
        await Expect(stranger.Page.Locator("main")).ToContainTextAsync("We talk about it on Monday.");
        await Expect(stranger.Page.Locator("[aria-current=step]")).ToContainTextAsync("Our implementation team looks at the request");
        await stranger.AssertWellAsync();
        await stranger.AssertFitsAsync();
        await stranger.ScreenshotAsync("status-dark-360");
        Assert.Empty(await stranger.Page.Context.CookiesAsync());
        Assert.Equal(0, await stranger.Page.Locator("script").CountAsync());

        await sales.Page.ReloadAsync();
        await sales.LiveAsync();
        await Expect(panel.Locator("li")).ToContainTextAsync("opened once");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Revoke" }).ClickAsync();
        await Expect(panel.Locator("li")).ToHaveCountAsync(0);
        await Expect(new RequestPage(sales).History).ToContainTextAsync("revoked a link to the status");

        await stranger.Page.ReloadAsync();
        await Expect(stranger.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("This link is over");
    }
}
