using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests.Journeys;

[Collection(SharedSite.Name)]
public sealed partial class WebhookTests(Site site)
{
    [BrowserFact]
    public async Task A_webhook_is_made_tested_and_removed_on_a_wide_and_a_narrow_window()
    {
        await using var visit = await site.SignedInAsync(People.Admin, "/webhooks");
        var page = visit.Page;
        await visit.PressAsync("New webhook");
        await visit.FillAsync(("Who is told", "Warehouse"), ("Address", "https://127.0.0.1/hook"));
        await page.GetByText("Only these").ClickAsync();
        await page.GetByText("request.filed").ClickAsync();
        await visit.PressAsync("Make webhook");
        await Expect(page.Locator("#webhook-url-error")).ToContainTextAsync("on this machine");
        await visit.AssertWellAsync();
        await visit.ScreenshotAsync("webhook-form-1440");

        // A name that leads nowhere, ever (RFC 2606).
        await visit.FillAsync(("Address", "https://hooks.invalid/router"));
        await visit.PressAsync("Make webhook");
        await Expect(page.Locator("#webhook-secret")).ToContainTextAsync("whsec_");
        await visit.AssertWellAsync();
        await visit.ScreenshotAsync("webhooks-1440");
        await visit.PressAsync("I have it");

        await page.GetByRole(AriaRole.Link, new() { Name = "Warehouse" }).ClickAsync();
        await visit.PressAsync("Send a test");
        await Expect(page.Locator(".delivery")).ToContainTextAsync("Failed", new() { Timeout = 30_000 });
        await Expect(page.Locator(".why")).ToHaveTextAsync(Unreachable());
        await page.GetByText("Message").First.ClickAsync();
        foreach (var look in Enum.GetValues<Look>())
        {
            await visit.LookAsync(look);
            await visit.AssertWellAsync();
            await visit.ScreenshotAsync($"webhook-1440-{look}");
        }

        await using var narrow = await site.SignedInAsync(People.Admin, new Uri(page.Url).PathAndQuery, width: 360);
        await narrow.AssertFitsAsync();
        await narrow.AssertWellAsync();
        await narrow.ScreenshotAsync("webhook-360");
        await narrow.GoToAsync("/webhooks");
        await narrow.ScreenshotAsync("webhooks-360");
        await narrow.PressAsync("New webhook");
        await narrow.Page.GetByText("Only these").ClickAsync();
        await narrow.AssertFitsAsync();
        await narrow.AssertWellAsync();
        await narrow.ScreenshotAsync("webhook-form-360");

        // The bar has one more link now: it fits before it folds, too.
        foreach (var width in new[] { 768, 900, 1024, 1200 })
        {
            await narrow.Page.SetViewportSizeAsync(width, 900);
            await narrow.AssertFitsAsync();
            await narrow.ScreenshotAsync($"webhook-form-{width}");
        }

        await visit.PressAsync("Remove");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Nobody is told yet")).ToBeVisibleAsync();
    }

    // What a machine without a name server says differs.
    [GeneratedRegex("^(Its name is not known\\.|No connection could be made\\.|No answer within 10 seconds\\.)$")]
    private static partial Regex Unreachable();
}
