using DeploymentRouter.Persistence.Growth;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Tests.Queues;

namespace DeploymentRouter.Persistence.Tests.Growth;

[CollectionDefinition(nameof(RadarTimeTests), DisableParallelization = true)]
[Collection(nameof(RadarTimeTests))]
public sealed class RadarTimeTests : IAsyncLifetime
{
    private readonly Office _office = new();

    public Task InitializeAsync() => _office.InitializeAsync();

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Two_thousand_accounts_are_judged_within_fifty_milliseconds()
    {
        await _office.Get<RequestStore>().AddAsync(
            Account.Live("Model").Reads(9_000, daysAgo: 60).Reads(10_500, daysAgo: 30).Reads(12_600).Request, Guid.NewGuid());
        await Crowd.MultiplyAsync(_office, 2_000);
        var page = await _office.Get<GrowthRadar>().PageAsync(null, 1);
        Assert.Equal((2_001, 41, GrowthRadar.PageSize), (page.Total, page.Pages, page.Lines.Count));
        Assert.Single((await _office.Get<GrowthRadar>().PageAsync(null, 41)).Lines);
        // Processor time, the least of several: the class runs alone, and what else the machine does is not what is asked.
        var least = TimeSpan.MaxValue;
        for (var run = 1; run <= 10; run++)
        {
            var before = Environment.CpuUsage.TotalTime;
            await _office.Get<GrowthRadar>().PageAsync(null, run);
            var spent = Environment.CpuUsage.TotalTime - before;
            least = spent < least ? spent : least;
        }

        Assert.True(least < TimeSpan.FromMilliseconds(50), $"{least.TotalMilliseconds:N1} ms");
    }
}
