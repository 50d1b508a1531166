using System.Globalization;
using DeploymentRouter.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests.Journeys;

[Collection(QuietSite.Name)]
public sealed class HandOverTests(EmptySite site)
{
    [BrowserFact]
    public async Task A_hand_over_is_returned_with_a_reason_and_accepted_with_both_times()
    {
        var number = await site.HandedToTpmAsync("Saffron Lighthouses");
        await using var tpm = await site.SignedInAsync(People.Tpm, string.Create(CultureInfo.InvariantCulture, $"/requests/{number}"));
        await using var ie = await site.SignedInAsync(People.Ie, string.Create(CultureInfo.InvariantCulture, $"/requests/{number}"));
        var (receiver, giver) = (new RequestPage(tpm), new RequestPage(ie));
        await receiver.PressAsync("Return");
        await tpm.Page.GetByLabel("What is missing").FillAsync("The walk-through has no minutes.");
        await tpm.Page.Locator(".dialog").GetByRole(AriaRole.Button, new() { Name = "Return", Exact = true }).ClickAsync();

        await giver.IsWithAsync("IE", "Kick-off");
        await Expect(giver.Banner).ToContainTextAsync("The walk-through has no minutes.");
        await giver.PressAsync("Kick-off is done");
        await receiver.IsWithAsync("TPM", "Project plan");
        await receiver.AcceptAsync();
        await Expect(tpm.Page.Locator(".relay .now")).ToContainTextAsync("offered today");
        await Expect(tpm.Page.Locator(".relay .now")).ToContainTextAsync("accepted today");
    }
}
