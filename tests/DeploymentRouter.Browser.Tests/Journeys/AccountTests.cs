using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests.Journeys;

/// <summary>People with accounts of their own.</summary>
[Collection(QuietSite.Name)]
public sealed class AccountTests(EmptySite site)
{
    [BrowserFact]
    public async Task A_passkey_is_made_named_used_instead_of_a_password_and_removed()
    {
        await site.AdminAsync("keys@pebbleworks.example");
        await using var visit = await site.WithPasswordAsync("keys@pebbleworks.example", "/account");
        await AddAuthenticatorAsync(visit.Page);
        await visit.PressAsync("Add a passkey");
        await Expect(visit.Page.Locator(".key")).ToHaveCountAsync(1);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Rename" }).ClickAsync();
        await visit.FillAsync(("Name", "Laptop on the desk"));
        await visit.PressAsync("Save");
        await Expect(visit.Page.Locator(".key")).ToContainTextAsync("Laptop on the desk");
        await visit.AssertWellAsync();

        await visit.Page.Locator("button.me").ClickAsync();
        await visit.PressAsync("Sign out");
        await visit.Page.GotoAsync("/sign-in?returnUrl=%2Faccount");
        await visit.PressAsync("Sign in with a passkey");
        await visit.LiveAsync();
        await Expect(visit.Page.Locator(".sessions")).ToContainTextAsync("passkey");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Remove Laptop on the desk" }).ClickAsync();
        await Expect(visit.Page.Locator(".key")).ToHaveCountAsync(0);
        await visit.Page.Locator("button.me").ClickAsync();
        await visit.PressAsync("Sign out");
        await visit.PressAsync("Sign in with a passkey");
        await Expect(visit.Page.Locator("#passkey-says")).ToContainTextAsync("This passkey could not be checked.");
    }

    [BrowserFact]
    public async Task The_open_page_of_a_disabled_person_stops_within_a_minute_by_itself()
    {
        var marlow = await site.AdminAsync("marlow@pebbleworks.example");
        await site.MemberAsync("Osric Fenwick", "osric@pebbleworks.example", marlow);
        await using var osric = await site.WithPasswordAsync("osric@pebbleworks.example", "/requests");
        await using var admin = await site.WithPasswordAsync("marlow@pebbleworks.example", "/people");
        var row = admin.Page.Locator("li.item").Filter(new() { HasText = "Osric Fenwick" });
        await row.Locator("summary").ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Disable" }).ClickAsync();
        await Expect(row).ToContainTextAsync("Disabled");

        await osric.Page.WaitForURLAsync("**/sign-in?**", new() { Timeout = 60_000 });

        await osric.FillAsync(("Mail address", "osric@pebbleworks.example"), ("Password", Accounts.Password));
        await osric.PressAsync("Sign in");
        await Expect(osric.Page.Locator("main")).ToContainTextAsync("Address and password do not match");
    }

    private static async Task AddAuthenticatorAsync(IPage page)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["options"] = new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true },
        });
    }
}
