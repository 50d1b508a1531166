using DeploymentRouter.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests.Journeys;

/// <summary>The TAM watches an invented customer grow, and hands it to IE.</summary>
[Collection(SharedSite.Name)]
public sealed class GrowthTests(Site site)
{
    [BrowserFact]
    public async Task A_reading_that_turns_red_becomes_an_IE_request()
    {
        await using var tam = await site.SignedInAsync(People.Tam, "/growth");
        var row = tam.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Marigold Tramways" });
        await Expect(row).ToContainTextAsync("Amber");
        await row.GetByRole(AriaRole.Link, new() { Name = "Marigold Tramways", Exact = true }).ClickAsync();
        await tam.LiveAsync();
        var request = new RequestPage(tam);
        await request.RecordReadingAsync("18,200", "75,000");
        await Expect(request.Growth).ToContainTextAsync("18,200 of 20,000 users are 91");
        await Expect(request.Growth.Locator(".state").First).ToHaveTextAsync("Red");

        await request.EngageAsync(("Expected deployment type", "Kubernetes"));
        await request.IsWithAsync("IE", "Qualification");
        await using var ie = await site.SignedInAsync(People.Ie, "/queues/ie?stage=qualification");
        await Expect(ie.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Marigold Tramways");
        await tam.GoToAsync("/growth");
        await Expect(row).ToContainTextAsync("Red");
        await Expect(row.GetByRole(AriaRole.Link, new() { Name = "Engage" })).ToHaveCountAsync(0);
    }
}
