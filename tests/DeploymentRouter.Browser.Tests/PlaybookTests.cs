using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests;

[Collection(SharedSite.Name)]
public sealed class PlaybookTests(Site site)
{
    [BrowserFact]
    public async Task The_playbook_leads_to_its_proof_its_laws_and_the_tests_of_a_row()
    {
        await using var visit = await site.SignedInAsync(People.Sales, "/playbook");
        await Expect(visit.Page.Locator("aside .lines li")).ToHaveCountAsync(8);

        await visit.Page.ClickAsync(".tabs a:has-text('Proof')");
        await Expect(visit.Page.Locator("#verdict")).ToHaveTextAsync("Proven sound");
        await visit.Page.ClickAsync("a:has-text('laws hold')");
        await Expect(visit.Page.Locator("#laws")).ToHaveTextAsync("10 laws, all proven");

        await visit.GoToAsync("/playbook");
        await visit.Page.ClickAsync(".dt [aria-label$='of R3']");
        await Expect(visit.Page.Locator("#tests")).ToContainTextAsync("R3");
        await visit.Page.Locator(".test summary").First.ClickAsync();
        await visit.AssertWellAsync();
    }
}
