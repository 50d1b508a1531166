using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests.Journeys;

/// <summary>An installation that shows Sales their named accounts only.</summary>
public sealed class NamedAccountsTests(NamedAccountsTests.NamedSite site) : IClassFixture<NamedAccountsTests.NamedSite>
{
    private const string Customer = "Pinwheel Aeronautics";

    [BrowserFact]
    public async Task Sales_see_the_accounts_that_an_administrator_names_and_no_others()
    {
        await using var juniper = await site.SignedInAsync("juniper-goldfinch", "/requests?state=all");
        await Expect(juniper.Page.Locator("main .customer a")).ToHaveCountAsync(0);

        await using var quill = await site.SignedInAsync("quill-mossgate", "/people");
        var row = quill.Page.Locator("li.item").Filter(new() { HasText = "Juniper Goldfinch" });
        await Expect(row).ToContainTextAsync("No accounts");
        await row.Locator("summary").ClickAsync();
        await row.GetByLabel("Customers whose requests they see").FillAsync($"{Customer.ToUpperInvariant()} Inc.\n");
        await row.GetByRole(AriaRole.Button, new() { Name = "Save accounts" }).ClickAsync();
        await Expect(row).ToContainTextAsync("Saved: 1 account.");
        await quill.AssertWellAsync();
        await quill.AssertFitsAsync();
        await quill.ScreenshotAsync("named-accounts-light-1440");

        await juniper.GoToAsync("/requests?state=all");
        await Expect(juniper.Page.Locator("main .customer a")).ToHaveTextAsync([Customer]);
    }

    [BrowserFact]
    public async Task Accounts_can_be_named_on_a_phone_in_the_dark()
    {
        await using var quill = await site.SignedInAsync("quill-mossgate", "/people", Look.Dark, width: 360);
        var row = quill.Page.Locator("li.item").Filter(new() { HasText = "Juniper Goldfinch" });
        await row.Locator("summary").ClickAsync();
        await quill.AssertWellAsync();
        await quill.AssertFitsAsync();
        await quill.ScreenshotAsync("named-accounts-dark-360");
    }

    public sealed class NamedSite : Site
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Rights:SalesSee", "named");
        }
    }
}
