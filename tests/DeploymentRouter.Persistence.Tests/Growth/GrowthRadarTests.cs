using System.Diagnostics;
using DeploymentRouter.Core.Growth;
using DeploymentRouter.Persistence.Growth;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Persistence.Tests.Queues;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Tests.Growth;

public sealed class GrowthRadarTests : IAsyncLifetime
{
    private readonly Office _office = new();

    public Task InitializeAsync() => _office.InitializeAsync();

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task The_nearest_to_Jointly_Managed_comes_first()
    {
        await AddAsync(Account.Live("Green"), account => account.Reads(4_000));
        await AddAsync(Account.Watched("Red by share"), account => account.Reads(18_500));
        await AddAsync(Account.Watched("Red sooner"), account => account.Reads(9_000, daysAgo: 30).Reads(14_000));
        await AddAsync(Account.Live("Nobody knows"), account => account);
        await AddAsync(Account.Live("Amber"), account => account.Reads(100, 151_000));
        await AddAsync(Account.Watched("Over"), account => account.Reads(20_001, daysAgo: 2).Reads(9_000));
        var page = await RadarAsync();
        Assert.Equal(["Over", "Red sooner", "Red by share", "Amber", "Nobody knows", "Green"], page.Lines.Select(line => line.Customer));
        Assert.Equal(new DateOnly(2026, 12, 9), page.Lines[1].Outlook.ReachedOn);
    }

    [Fact]
    public async Task Only_what_is_watched_now_is_there_and_a_withdrawn_reading_counts_for_nothing()
    {
        var account = Account.Watched("Was over").Reads(20_001);
        await AddAsync(account, one => one);
        Assert.Equal(GrowthState.Over, Assert.Single((await RadarAsync()).Lines).Outlook.State);
        await _office.DoAsync((await _office.Get<RequestStore>().FindAsync(1001))!, (r, now) => r.WithdrawReading(r.Readings[0].Entry, "A slip.", Office.Tam, now));
        Assert.Equal(GrowthState.NoReading, Assert.Single((await RadarAsync()).Lines).Outlook.State);
        await _office.DoAsync((await _office.Get<RequestStore>().FindAsync(1001))!, (r, now) => r.Withdraw("Gone.", Office.Ce, now));
        Assert.Empty((await RadarAsync()).Lines);
    }

    [Fact]
    public async Task Two_thousand_accounts_are_judged_within_fifty_milliseconds()
    {
        await AddAsync(Account.Live("Model"), account => account.Reads(9_000, daysAgo: 60).Reads(10_500, daysAgo: 30).Reads(12_600));
        await MultiplyAsync(2_000);
        var page = await RadarAsync();
        Assert.Equal((2_001, 41, GrowthRadar.PageSize), (page.Total, page.Pages, page.Lines.Count));
        Assert.Single((await _office.Get<GrowthRadar>().PageAsync(null, 41)).Lines);
        // The fastest of several: what the machine does beside it is not what is asked.
        var fastest = TimeSpan.MaxValue;
        for (var run = 0; run < 25; run++)
        {
            var watch = Stopwatch.StartNew();
            await _office.Get<GrowthRadar>().PageAsync(null, 1 + run);
            fastest = watch.Elapsed < fastest ? watch.Elapsed : fastest;
        }

        Assert.True(fastest < TimeSpan.FromMilliseconds(50), $"{fastest.TotalMilliseconds:N1} ms");
    }

    private Task<RadarPage> RadarAsync() => _office.Get<GrowthRadar>().PageAsync(null, 1);

    private async Task AddAsync(Account account, Func<Account, Account> then) =>
        await _office.Get<RequestStore>().AddAsync(then(account).Request, Guid.NewGuid());

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
            "INSERT INTO Growth(RequestId, Facts) SELECT r.Id, g.Facts FROM Requests r, Growth g WHERE r.Number > 5000");
#pragma warning restore EF1002, EF1003
    }
}
