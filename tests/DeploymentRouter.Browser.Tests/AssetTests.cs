using Xunit.Abstractions;

namespace DeploymentRouter.Browser.Tests;

[Collection(SharedSite.Name)]
public sealed class AssetTests(Site site, ITestOutputHelper output)
{
    private const int Limit = 200 * 1024;

    [BrowserFact]
    public async Task The_first_page_costs_less_than_200_KiB_and_comes_from_the_site_itself()
    {
        await using var visit = await site.VisitAsync();
        var wire = await Wire.TapAsync(visit.Page);
        await visit.SignInAsync("wren-lanternby", "/parts");

        foreach (var (address, bytes) in wire.Fetched) output.WriteLine($"{bytes,8} {address}");
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
