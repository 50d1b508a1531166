using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests;

[Collection(SharedSite.Name)]
public sealed class QueueTests(Site site)
{
    private const string Selected = "tr[aria-selected=true] .cust";

    [BrowserFact]
    public async Task On_a_narrow_screen_the_review_is_a_page_of_its_own()
    {
        await using var visit = await site.SignedInAsync("tansy-ironbark", "/queues/ie?stage=qualification", Look.Dark, 360);
        var page = visit.Page;
        await Expect(page.Locator(".review")).ToBeHiddenAsync();

        await page.Locator(".cust").Nth(1).TapAsync();
        await Expect(page.Locator(".review h2")).ToHaveTextAsync(await page.Locator(".cust").Nth(1).InnerTextAsync());
        await Expect(page.Locator(".review")).ToBeVisibleAsync();

        await page.GoBackAsync();
        await Expect(page.Locator(".review")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task What_a_colleague_does_shows_without_a_reload()
    {
        await using var bram = await site.SignedInAsync("bram-copperkettle", "/queues/ie?stage=qualification");
        await using var tansy = await site.SignedInAsync("tansy-ironbark", "/queues/ie?stage=qualification");
        var row = bram.Page.Locator("tr[tabindex]").Nth(1);
        var customer = await row.Locator(".cust").InnerTextAsync();
        await tansy.Page.Locator("tr[tabindex]").Nth(1).ClickAsync();
        await Expect(tansy.Page.Locator(".review h2")).ToHaveTextAsync(customer);
        var selected = await bram.Page.Locator(Selected).InnerTextAsync();

        await tansy.Page.ClickAsync("[data-key='a']");
        await tansy.Page.ClickAsync(".mud-dialog label:has-text('Bram')");
        await tansy.Page.ClickAsync(".mud-dialog .btn.primary");
        await Expect(row.Locator(".asg")).ToHaveTextAsync("You");
        await Expect(bram.Page.Locator(Selected)).ToHaveTextAsync(selected);
    }
}
