using System.Diagnostics;
using DeploymentRouter.Browser.Tests.Pages;
using Xunit.Abstractions;

namespace DeploymentRouter.Browser.Tests;

[Collection(SharedSite.Name)]
public sealed class ServerTimeTests(Site site, ITestOutputHelper output)
{
    private const int Warmups = 10;
    private const int Visits = 20;

    // The target is 50 ms on a machine of its own (docs/performance.md); a test may have to share.
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(150);

    [BrowserTheory]
    [InlineData("requests")]
    [InlineData("request")]
    [InlineData("queue")]
    [InlineData("queue-review")]
    [InlineData("queues")]
    [InlineData("my-work")]
    [InlineData("intake")]
    [InlineData("playbook")]
    public async Task The_server_makes_a_page_in_a_moment(string name)
    {
        var page = SitePages.Named(name);
        var address = await page.Address(site);
        using var browser = await site.SignedInHttpAsync(page.Person!);
        var times = new List<TimeSpan>();
        for (var visit = 0; visit < Warmups + Visits; visit++)
        {
            var clock = Stopwatch.StartNew();
            using var response = await browser.GetAsync(address);
            if (visit >= Warmups) times.Add(clock.Elapsed);
            Assert.True(response.IsSuccessStatusCode, $"{address}: {response.StatusCode}");
        }

        times.Sort();
        output.WriteLine($"{address}: median {Ms(times[Visits / 2])}, fastest {Ms(times[0])}, slowest {Ms(times[^1])}");
        Assert.True(times[Visits / 2] < Limit, $"{address}: {Ms(times[Visits / 2])}");
    }

    private static string Ms(TimeSpan time) => FormattableString.Invariant($"{time.TotalMilliseconds:0.0} ms");
}
