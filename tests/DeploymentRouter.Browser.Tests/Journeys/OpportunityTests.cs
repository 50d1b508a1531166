using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests.Journeys;

[Collection(QuietSite.Name)]
public sealed class OpportunityTests(EmptySite site)
{
    private const string From = "From Salesbook, as of 2 Mar 2026";

    [BrowserFact]
    public async Task What_sales_hand_in_is_offered_used_and_kept_and_what_was_typed_is_asked_about()
    {
        await HandInAsync();
        await using var visit = await site.SignedInAsync(People.Ce, "/requests/new");
        var page = visit.Page;
        await page.GetByLabel("Annual recurring revenue, USD").FillAsync("1000");
        await page.GetByLabel("Customer", new() { Exact = true }).FillAsync("Fennel Observatories");
        var offer = page.GetByRole(AriaRole.Region, new() { Name = From });
        await Expect(offer).ToContainTextAsync("Typed here: $1,000");
        await visit.AssertWellAsync();
        await visit.AssertFitsAsync();

        await offer.GetByRole(AriaRole.Button, new() { Name = "Use all that is empty here" }).ClickAsync();
        await Expect(page.GetByLabel("Opportunity link")).ToHaveValueAsync("https://sales.example/fennel");
        await Expect(page.GetByLabel("Annual recurring revenue, USD")).ToHaveValueAsync("1000");
        await offer.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Use instead.*revenue", RegexOptions.None, TimeSpan.FromSeconds(1)) }).ClickAsync();
        await offer.GetByRole(AriaRole.Button, new() { Name = "Replace what is typed" }).ClickAsync();
        await Expect(page.GetByLabel("Annual recurring revenue, USD")).ToHaveValueAsync("250000");

        await Expect(page.Locator(".saved")).ToContainTextAsync("Saved");
        await page.ReloadAsync();
        await visit.LiveAsync();
        await Expect(page.GetByLabel("Annual recurring revenue, USD")).ToHaveValueAsync("250000");
        await Expect(page.Locator(".q .meta").Filter(new() { HasText = From })).ToHaveCountAsync(3);
    }

    private async Task HandInAsync()
    {
        var (token, _) = await site.Services.GetRequiredService<AccessTokens>()
            .CreateAsync("Sales system", [TokenScope.Import], 1, DemoPeople.Find(People.Sales)!.Person);
        using var program = new HttpClient { BaseAddress = site.Address };
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token!.Key);
        var answer = await program.PutAsJsonAsync("/api/v1/opportunities/FENNEL-1", new
        {
            account = "Fennel Observatories Ltd",
            source = "Salesbook",
            asOf = "2026-03-02",
            link = "https://sales.example/fennel",
            arrUsd = 250000,
            neededBy = "2027-02-01",
            answers = new { users_full = 300 },
        });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }
}
