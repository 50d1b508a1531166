using DeploymentRouter.Browser.Tests.Pages;

namespace DeploymentRouter.Browser.Tests;

[Collection(SharedSite.Name)]
public sealed class EveryPageTests(Site site)
{
    public static TheoryData<string, int> Pages()
    {
        var pages = new TheoryData<string, int>();
        foreach (var page in SitePages.All)
        {
            pages.Add(page.Name, 1440);
            pages.Add(page.Name, 360);
        }

        return pages;
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_is_accessible_and_fits_the_window(string name, int width)
    {
        var page = SitePages.Named(name);
        var visit = await StandingVisitAsync(page.Person, width);
        await visit.LookAsync(Look.Light);
        var address = await page.Address(site);
        await (page.IsLive ? visit.GoToAsync(address) : visit.Page.GotoAsync(address));
        if (page.Prepare is not null) await page.Prepare(visit.Page);

        foreach (var look in Enum.GetValues<Look>())
        {
            await visit.LookAsync(look);
            await visit.AssertWellAsync();
            await visit.AssertFitsAsync();
            await visit.ScreenshotAsync($"{name}-{look}-{width}".ToLowerInvariant());
        }
    }

    // Somebody who looks at one page after the other has the files already.
    private async Task<Visit> StandingVisitAsync(string? person, int width)
    {
        if (!site.Standing.TryGetValue((person, width), out var visit))
            site.Standing[(person, width)] = visit = person is null ? await site.VisitAsync(width: width) : await site.SignedInAsync(person, width: width);
        return visit;
    }
}
