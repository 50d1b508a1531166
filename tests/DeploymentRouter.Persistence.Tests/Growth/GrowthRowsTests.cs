using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Growth;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DeploymentRouter.Persistence.Tests.Growth;

/// <summary>The same installation is started again and again, now and then with another playbook.</summary>
public sealed class GrowthRowsTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("router-rows-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task Another_trend_counts_from_the_next_start_on_without_a_new_reading()
    {
        // Fast at first, then slowly: the shorter the look back, the later the limit.
        await StartedAsync(Account.Playbook, services => AddAsync(services, Account.Live().Reads(1_000, daysAgo: 80).Reads(9_000, daysAgo: 20).Reads(9_100)));
        var before = await StartedAsync(Account.Playbook, LimitAsync);
        var after = await StartedAsync(TrendOver(30), LimitAsync);
        Assert.True(after > before!.Value.AddYears(1), $"{before} then {after}");
        Assert.Equal(before, await StartedAsync(Account.Playbook, LimitAsync));
    }

    [Fact]
    public async Task Another_limit_counts_at_once_and_makes_no_row_another()
    {
        await StartedAsync(Account.Playbook, services => AddAsync(services, Account.Live().Reads(9_000)));
        var limits = Account.Playbook with { Hash = "limits", Growth = Account.Playbook.Growth with { UsersLimit = 9_000 } };
        Assert.Equal(0, await StartedAsync(limits, services => services.GetRequiredService<DerivedRows>().RefreshAsync()));
        Assert.Equal(1, await StartedAsync(limits, async services => Assert.Single((await PageAsync(services)).Lines).Outlook.Utilisation));
    }

    [Fact]
    public async Task What_an_earlier_version_wrote_is_made_anew_once()
    {
        await StartedAsync(Account.Playbook, async services =>
        {
            await AddAsync(services, Account.Live().Reads(9_000));
            await using var db = await services.GetRequiredService<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
            await db.Projections.ExecuteDeleteAsync();
            return await db.Growth.ExecuteUpdateAsync(row => row.SetProperty(g => g.IsWatched, false).SetProperty(g => g.WatcherId, (string?)null));
        });
        Assert.Equal(1, await StartedAsync(Account.Playbook, async services => (await services.GetRequiredService<GrowthRadar>().PageAsync("hazel", 1)).Total));
        Assert.Equal(0, await StartedAsync(Account.Playbook, services => services.GetRequiredService<DerivedRows>().RefreshAsync()));
    }

    [Fact]
    public async Task A_stage_that_watches_by_now_brings_its_accounts_and_one_that_does_not_takes_them_away()
    {
        await StartedAsync(Watching(false), services => AddAsync(services, Account.Live(playbook: Watching(false))));
        Assert.Equal(0, await StartedAsync(Watching(false), async services => (await PageAsync(services)).Total));
        Assert.Equal(1, await StartedAsync(Account.Playbook, async services => (await PageAsync(services)).Total));
        Assert.Equal(0, await StartedAsync(Watching(false), async services => (await PageAsync(services)).Total));
    }

    private static Playbook TrendOver(int days) => Account.Playbook with { Hash = "trend", Growth = Account.Playbook.Growth with { TrendOverDays = days } };

    private static Playbook Watching(bool watches) => Account.Playbook with
    {
        Hash = "watching",
        Strategies = [.. Account.Playbook.Strategies.Select(strategy => strategy with { Stages = [.. strategy.Stages.Select(stage => stage with { WatchesGrowth = stage.WatchesGrowth && watches })] })],
    };

    private static async Task<DateOnly?> LimitAsync(IServiceProvider services) => Assert.Single((await PageAsync(services)).Lines).Outlook.ReachedOn;

    private static Task<RadarPage> PageAsync(IServiceProvider services) => services.GetRequiredService<GrowthRadar>().PageAsync(null, 1);

    private static async Task<int> AddAsync(IServiceProvider services, Account account) =>
        (await services.GetRequiredService<RequestStore>().AddAsync(account.Request, Guid.NewGuid())).Number;

    private async Task<T> StartedAsync<T>(Playbook playbook, Func<IServiceProvider, Task<T>> then)
    {
        await using var services = new ServiceCollection().AddRouterData(_directory).AddSingleton(new PlaybookInForce(playbook))
            .AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(Account.Start).AddHours(1))).BuildServiceProvider();
        await RouterData.PrepareAsync(services);
        await services.GetRequiredService<DerivedRows>().RefreshAsync();
        return await then(services);
    }
}
