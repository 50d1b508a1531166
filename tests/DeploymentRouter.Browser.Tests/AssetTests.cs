using DeploymentRouter.Browser.Tests.Pages;
using Xunit.Abstractions;

namespace DeploymentRouter.Browser.Tests;

[Collection(SharedSite.Name)]
public sealed class AssetTests(Site site, ITestOutputHelper output)
{
    private const int Limit = 200 * 1024;

    [BrowserTheory]
    [InlineData("parts")]
    [InlineData("intake")]
    [InlineData("intake-check")]
    [InlineData("request")]
    [InlineData("requests")]
    [InlineData("queue")]
    public async Task The_first_page_costs_less_than_200_KiB_and_comes_from_the_site_itself(string name)
    {
        var page = SitePages.Named(name);
        var address = await page.Address(site);
        await using var visit = await site.VisitAsync();
        var wire = await Wire.TapAsync(visit.Page);
        await visit.SignInAsync(page.Person!, address);

        foreach (var (file, bytes) in wire.Fetched) output.WriteLine($"{bytes,8} {file}");
        output.WriteLine($"{wire.Bytes,8} in all");
        Assert.InRange(wire.Bytes, 1, Limit);
        Assert.All(wire.Fetched, f => Assert.Equal(site.Address.Authority, new Uri(f.Address).Authority));
    }

    [BrowserFact]
    public async Task No_file_is_fetched_a_second_time()
    {
        await using var visit = await site.SignedInAsync("wren-lanternby", "/parts");
        var wire = await Wire.TapAsync(visit.Page);
        await visit.GoToAsync("/parts?again");

        var paths = wire.Fetched.Select(f => new Uri(f.Address).AbsolutePath).ToList();
        Assert.Contains("/parts", paths);
        Assert.DoesNotContain(paths, Path.HasExtension);
    }
}
