using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests;

[Collection(SharedSite.Name)]
public sealed class PlaybookTests(Site site)
{
    public static TheoryData<Look, int> Looks => new() { { Look.Light, 1440 }, { Look.Dark, 1440 }, { Look.Light, 360 }, { Look.Dark, 360 } };

    [BrowserTheory]
    [MemberData(nameof(Looks))]
    public async Task The_playbook_carries_its_proof_its_laws_and_its_tests(Look look, int width)
    {
        await using var visit = await site.SignedInAsync(People.Sales, "/playbook", look, width);
        await Expect(visit.Page.Locator("aside .lines li")).ToHaveCountAsync(8);
        await WellAsync(visit, $"playbook-{look}-{width}");

        await visit.Page.ClickAsync(".tabs a:has-text('Proof')");
        await Expect(visit.Page.Locator("#verdict")).ToHaveTextAsync("Proven sound");
        await WellAsync(visit, $"playbook-proof-{look}-{width}");

        await visit.Page.ClickAsync("a:has-text('laws hold')");
        await Expect(visit.Page.Locator("#laws")).ToHaveTextAsync("10 laws, all proven");
        await WellAsync(visit, $"playbook-laws-{look}-{width}");

        await visit.GoToAsync("/playbook");
        await visit.Page.ClickAsync(".dt [aria-label$='of R3']");
        await Expect(visit.Page.Locator("#tests")).ToContainTextAsync("R3");
        await visit.Page.Locator(".test summary").First.ClickAsync();
        await WellAsync(visit, $"playbook-tests-{look}-{width}");
    }

    private static async Task WellAsync(Visit visit, string name)
    {
        await visit.AssertWellAsync();
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
        await visit.ScreenshotAsync(name.ToLowerInvariant());
    }
}
