using System.Net;
using System.Net.Http.Headers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests.Journeys;

[Collection(SharedSite.Name)]
public sealed class TokenTests(Site site)
{
    private const string Name = "Nightly export";

    [BrowserFact]
    public async Task A_token_is_made_the_API_called_with_it_and_after_revoking_it_no_more()
    {
        await using var visit = await site.SignedInAsync(People.Ie, "/account/tokens");
        var page = visit.Page;
        await page.GetByLabel("What it is for").FillAsync(Name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make token" }).ClickAsync();
        var key = await page.Locator("#token-key").InnerTextAsync();
        await visit.AssertWellAsync();
        await visit.AssertFitsAsync();

        using var program = new HttpClient { BaseAddress = site.Address };
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/requests/1001")).StatusCode);
        await page.ReloadAsync();
        await visit.LiveAsync();
        await Expect(page.Locator(".token")).ToContainTextAsync("Last used today");
        await Expect(page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync(key);

        await page.GetByRole(AriaRole.Button, new() { Name = $"Revoke {Name}" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Revoke", Exact = true }).ClickAsync();
        await Expect(page.Locator(".token")).ToHaveCountAsync(0);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/requests/1001")).StatusCode);
    }
}
