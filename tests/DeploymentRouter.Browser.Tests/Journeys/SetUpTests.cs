using DeploymentRouter.Persistence.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests.Journeys;

/// <summary>From an empty installation to a colleague with a second factor.</summary>
public sealed class SetUpTests(ProductionSite site) : IClassFixture<ProductionSite>
{
    [BrowserFact]
    public async Task The_first_administrator_invites_a_colleague_who_comes_in_and_turns_the_second_factor_on()
    {
        await using var admin = await site.VisitAsync();
        await admin.Page.GotoAsync("/set-up");
        await admin.AssertWellAsync();
        await admin.FillAsync(
            ("Code from the log", site.SetUpCode), ("Your name", "Marlow Tidewater"), ("Mail address", "marlow@pebbleworks.example"),
            ("Password", Accounts.Password), ("Password once more", Accounts.Password));
        await admin.PressAsync("Make the administrator");
        await admin.LiveAsync();

        await admin.Page.GetByRole(AriaRole.Link, new() { Name = "People", Exact = true }).First.ClickAsync();
        await admin.PressAsync("Invite somebody");
        await admin.FillAsync(("Name", "Isolde Marsh"), ("Mail address", "isolde@pebbleworks.example"));
        await admin.Page.Locator("#team-invited").SelectOptionAsync("ie");
        await admin.PressAsync("Make the invitation");
        await Expect(admin.Page.Locator("#invitation")).ToContainTextAsync("/welcome?code=");
        await admin.AssertWellAsync();
        var link = await admin.Page.Locator("#invitation").InnerTextAsync();

        await using var isolde = await site.VisitAsync();
        await isolde.Page.GotoAsync(link);
        await isolde.AssertWellAsync();
        await isolde.FillAsync(("Password", Accounts.Password), ("Password once more", Accounts.Password));
        await isolde.PressAsync("Set password");
        await isolde.LiveAsync();
        await Expect(isolde.Page).ToHaveURLAsync(new Uri(site.Address, "/queues/ie").ToString());
        var recovery = await TurnSecondFactorOnAsync(isolde);

        await using var again = await site.VisitAsync(width: 360);
        await again.Page.GotoAsync("/sign-in?returnUrl=%2Faccount");
        await again.AssertWellAsync();
        await again.FillAsync(("Mail address", "isolde@pebbleworks.example"), ("Password", Accounts.Password));
        await again.PressAsync("Sign in");
        await again.AssertWellAsync();
        await again.AssertFitsAsync();
        await again.FillAsync(("Code", recovery));
        await again.PressAsync("Sign in");
        await again.LiveAsync();
        await Expect(again.Page.Locator("main")).ToContainTextAsync("9 recovery codes are left");
        await again.AssertFitsAsync();
    }

    /// <returns>One of the recovery codes.</returns>
    private static async Task<string> TurnSecondFactorOnAsync(Visit visit)
    {
        await visit.GoToAsync("/account");
        await visit.PressAsync("Set up an authenticator app");
        var key = (await visit.Page.Locator("dd code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await visit.AssertWellAsync();
        await visit.FillAsync(("Code of the app", Totp.At(Base32.ToBytes(key), DateTimeOffset.UtcNow)));
        await visit.PressAsync("Turn on");
        await Expect(visit.Page.Locator(".codes li")).ToHaveCountAsync(SecondFactor.RecoveryCodeCount);
        await visit.AssertWellAsync();
        return await visit.Page.Locator(".codes li").Nth(1).InnerTextAsync();
    }
}
