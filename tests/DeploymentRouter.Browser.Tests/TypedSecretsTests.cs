using DeploymentRouter.Persistence.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests;

/// <summary>What is typed into an open page travels over its circuit, which has a log of its own.</summary>
public sealed class TypedSecretsTests(TalkativeSite site) : IClassFixture<TalkativeSite>
{
    [BrowserFact]
    public async Task Neither_passwords_nor_codes_nor_keys_typed_or_shown_there_come_into_the_log()
    {
        const string wanted = "seven quiet clarinets at dusk";
        await site.AdminAsync("typed@pebbleworks.example");
        await using var visit = await site.WithPasswordAsync("typed@pebbleworks.example", "/account");
        await visit.FillAsync(("Password now", Accounts.Password), ("New password", wanted), ("New password once more", wanted));
        await visit.PressAsync("Change password");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("Changed, and signed out everywhere else");
        await visit.PressAsync("Set up an authenticator app");
        var key = (await visit.Page.Locator("dd code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        var code = Totp.At(Base32.ToBytes(key), DateTimeOffset.UtcNow);
        await visit.FillAsync(("Code of the app", code));
        await visit.PressAsync("Turn on");
        await Expect(visit.Page.Locator(".codes li")).ToHaveCountAsync(SecondFactor.RecoveryCodeCount);
        var recovery = await visit.Page.Locator(".codes li").Nth(1).InnerTextAsync();
        await visit.GoToAsync("/account/tokens");
        await visit.Page.GetByLabel("What it is for").FillAsync("Nightly export");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Make token" }).ClickAsync();
        var token = await visit.Page.Locator("#token-key").InnerTextAsync();

        string[] secrets = [Accounts.Password, wanted, key, $"\"{code}\"", recovery, token];
        Assert.True(site.Log.Count > 500, "The log says nothing.");
        var told = site.Log.SelectMany(line => secrets.Where(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)).Select(secret => $"{secret}: {line}")).ToList();
        Assert.True(told.Count == 0, string.Join('\n', told.Take(5)));
    }
}
