using DeploymentRouter.Persistence.Growth;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Persistence.Tests.Queues;
using Microsoft.EntityFrameworkCore;

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
        await MultiplyAsync(2_000);
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

    // Row by row of the one account: only the tables that the radar reads.
    private async Task MultiplyAsync(int times)
    {
        await using var db = await _office.Get<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
        var columns = string.Join(", ", (await db.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info('Requests')").ToListAsync())
            .Where(name => name is not ("Id" or "Number" or "SubmissionKey")));
#pragma warning disable EF1002, EF1003 // Column names of our own table.
        await db.Database.ExecuteSqlRawAsync(
            $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {times}) "
            + $"INSERT INTO Requests(Id, Number, SubmissionKey, {columns}) SELECT upper(printf('00000000-0000-4000-8000-%012x', i)), 5000 + i, upper(printf('00000000-0000-4000-9000-%012x', i)), {columns} FROM Requests, n WHERE Number = 1001");
        await db.Database.ExecuteSqlRawAsync(
            "INSERT INTO Growth(RequestId, IsWatched, IsEngaged, WatcherId, Facts) SELECT r.Id, 1, 0, g.WatcherId, g.Facts FROM Requests r, Growth g WHERE r.Number > 5000");
#pragma warning restore EF1002, EF1003
    }
}
