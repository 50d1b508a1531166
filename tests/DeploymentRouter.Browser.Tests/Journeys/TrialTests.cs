using System.Globalization;
using DeploymentRouter.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests.Journeys;

[Collection(QuietSite.Name)]
public sealed class TrialTests(EmptySite site)
{
    private const string Customer = "Lanternfish Labs";

    [BrowserFact]
    public async Task A_Cloud_trial_is_extended_and_converted_and_the_instance_torn_down()
    {
        var number = await site.TrialRunningAsync(Customer);
        await using var sales = await site.SignedInAsync(People.Sales, string.Create(CultureInfo.InvariantCulture, $"/requests/{number}"));
        var request = new RequestPage(sales);
        await Expect(request.Instance).ToContainTextAsync("Trial");
        await Expect(request.Instance).ToContainTextAsync("30 days left");

        await request.PressAsync("Extend the trial");
        await AskAsync(sales.Page, "Extend the trial", "The champion is on leave.");
        await Expect(request.Instance).ToContainTextAsync("Asked by Juniper Goldfinch");
        await sales.AssertWellAsync();

        await using var cloud = await site.SignedInAsync(People.Cloud, "/queues/cloud");
        var queue = new QueuePage(cloud);
        await queue.OpenAsync(Customer);
        await queue.PressAsync("Take “Extend the trial”");
        await Expect(request.Instance).ToContainTextAsync("Taken by Skye Nimbus");
        var carryingOut = await RequestPage.OpenAsync(cloud, number);
        await FinishAsync(cloud.Page, carryingOut);
        await Expect(request.Instance).ToContainTextAsync("60 days left");

        await request.PressAsync("Convert to paid");
        await sales.Page.GetByLabel("Contract signed on").FillAsync("2026-11-20");
        await sales.Page.GetByLabel("New licence reference").FillAsync("vault/licences/lanternfish");
        await AskAsync(sales.Page, "Convert to paid", "They signed.");
        await FinishAsync(cloud.Page, carryingOut);
        await Expect(request.Instance).ToContainTextAsync("In production");

        await request.PressAsync("Tear the instance down");
        await sales.Page.GetByLabel("Type lanternfish to confirm").FillAsync("lanternfish");
        await AskAsync(sales.Page, "Tear the instance down", "They moved on.");
        await FinishAsync(cloud.Page, carryingOut);
        await Expect(request.Instance).ToContainTextAsync("Torn down");
        await Expect(request.Instance.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await request.IsWithAsync("CE", "Set-up");

        await using var narrow = await site.SignedInAsync(People.Sales, string.Create(CultureInfo.InvariantCulture, $"/requests/{number}"), Look.Dark, 360);
        await narrow.AssertWellAsync();
        Assert.Equal(0, await narrow.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
        await narrow.ScreenshotAsync("instance-dark-360");
        await sales.ScreenshotAsync("instance-light-1440");
    }

    private static async Task AskAsync(IPage page, string button, string why)
    {
        await page.GetByLabel("Why", new() { Exact = true }).FillAsync(why);
        await page.Locator(".dialog").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Expect(page.Locator(".dialog")).ToHaveCountAsync(0);
    }

    private static async Task FinishAsync(IPage page, RequestPage request)
    {
        await request.PressAsync("It is done");
        await page.Locator(".dialog").GetByRole(AriaRole.Button, new() { Name = "It is done", Exact = true }).ClickAsync();
        await Expect(page.Locator(".dialog")).ToHaveCountAsync(0);
    }
}
