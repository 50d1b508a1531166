using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests;

[Collection(SharedSite.Name)]
public sealed class QueueTests(Site site)
{
    private const string Selected = "tr[aria-selected=true] .cust";

    public static TheoryData<string, string, string, Look, int> Pages()
    {
        var pages = new TheoryData<string, string, string, Look, int>();
        foreach (var (look, width) in new[] { (Look.Light, 1440), (Look.Dark, 1440), (Look.Light, 360), (Look.Dark, 360) })
        {
            pages.Add("queues", "bram-copperkettle", "/queues", look, width);
            pages.Add("queue", "bram-copperkettle", "/queues/ie?stage=qualification", look, width);
            pages.Add("queue-cloud", "skye-nimbus", "/queues/cloud", look, width);
            pages.Add("queue-empty", "juniper-goldfinch", "/queues/sales", look, width);
            pages.Add("my-work", "wren-lanternby", "/my-work", look, width);
        }

        return pages;
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Queues_and_my_work_are_accessible(string name, string person, string address, Look look, int width)
    {
        await using var visit = await site.SignedInAsync(person, address, look, width);
        await visit.AssertWellAsync();
        Assert.True(await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, "The page is wider than the window.");
        await visit.ScreenshotAsync($"{name}-{look}-{width}".ToLowerInvariant());
    }

    [BrowserTheory]
    [InlineData(Look.Light)]
    [InlineData(Look.Dark)]
    public async Task On_a_narrow_screen_the_review_is_a_page_of_its_own(Look look)
    {
        await using var visit = await site.SignedInAsync("tansy-ironbark", "/queues/ie?stage=qualification", look, 360);
        var page = visit.Page;
        await Expect(page.Locator(".review")).ToBeHiddenAsync();

        await page.Locator(".cust").Nth(1).TapAsync();
        await Expect(page.Locator(".review h2")).ToHaveTextAsync(await page.Locator(".cust").Nth(1).InnerTextAsync());
        await Expect(page.Locator(".review")).ToBeVisibleAsync();
        await visit.AssertWellAsync();
        await visit.ScreenshotAsync($"queue-review-{look}-360".ToLowerInvariant());

        await page.GoBackAsync();
        await Expect(page.Locator(".review")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task A_reviewer_works_through_the_queue_by_keyboard_alone()
    {
        await using var visit = await site.SignedInAsync("bram-copperkettle", "/queues/ie?stage=qualification&assignee=nobody");
        var page = visit.Page;
        var customers = await page.Locator(".cust").AllInnerTextsAsync();
        var (first, second, third) = (customers[0], customers[1], customers[2]);

        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator(".review h2")).ToHaveTextAsync(second);
        await Expect(page.Locator("tr[aria-selected=true]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(page.Locator(".review h2")).ToHaveTextAsync(first);

        await page.Keyboard.PressAsync("1");
        await Expect(page.Locator(".toast")).ToContainTextAsync($"{first}: you finished Qualification");
        await Expect(page.Locator(Selected)).ToHaveTextAsync(second);
        await Expect(page.Locator("tr[aria-selected=true]")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("u");
        await Expect(page.Locator(Selected)).ToHaveTextAsync(first);
        await Expect(page.Locator("tr[aria-selected=true]")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator(".review h2")).ToHaveTextAsync(second);
        await page.Keyboard.PressAsync("3");
        await Expect(page.Locator("#decide-note")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Which cluster? 1, 2 or 3");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("tr[aria-selected=true]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("3");
        await Expect(page.Locator(".toast")).ToContainTextAsync($"{second}: you sent it back");
        await Expect(page.Locator(Selected)).ToHaveTextAsync(third);

        await page.Keyboard.PressAsync("2");
        await Expect(page.Locator("#decide-reason")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Not this quarter.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".toast")).ToContainTextAsync($"{third}: you declined it");

        await page.Keyboard.PressAsync("?");
        await Expect(page.Locator(".mud-dialog")).ToContainTextAsync("Keys of this page");
        await visit.AssertWellAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);

        var open = await page.Locator(".review [data-enter]").GetAttributeAsync("href");
        await page.Locator("tr[aria-selected=true]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**{open}");
    }

    [BrowserFact]
    public async Task Single_keys_act_no_more_once_they_are_switched_off()
    {
        await using var visit = await site.SignedInAsync("tansy-ironbark", "/queues/ie?stage=qualification");
        var page = visit.Page;
        var first = await page.Locator(Selected).InnerTextAsync();
        await page.ClickAsync("text=Switch keys off");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-keys", "off");
        await page.Keyboard.PressAsync("1");
        await page.Keyboard.PressAsync("j");
        await page.Locator("tr[aria-selected=true]").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator(Selected)).Not.ToHaveTextAsync(first);
        Assert.Equal(first, await page.Locator(".cust").First.InnerTextAsync());
        await Expect(page.Locator(".toast")).ToHaveCountAsync(0);
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
