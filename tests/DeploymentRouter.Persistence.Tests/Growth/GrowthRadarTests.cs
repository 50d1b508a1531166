using DeploymentRouter.Core.Growth;
using DeploymentRouter.Persistence.Growth;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Tests.Queues;

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
    public async Task An_account_stays_on_the_radar_while_IE_is_engaged()
    {
        var form = new Dictionary<string, string>(Account.IeForm(), StringComparer.Ordinal) { ["trigger"] = "users" };
        await AddAsync(Account.Watched("Engaged").Reads(18_400), account => account.Does((r, now) => r.Engage(new(form, [], new Dictionary<string, Decisions.Answer>(StringComparer.Ordinal)), Office.Tam, now)));
        Assert.Equal(("ie", GrowthState.Red), Assert.Single((await RadarAsync()).Lines) is var line ? (line.TeamId, line.Outlook.State) : default);
        var declined = Account.Playbook.DeclineReasons[0].Id;
        await _office.DoAsync((await _office.Get<RequestStore>().FindAsync(1001))!, (r, now) => r.Decline(declined, "Not before spring.", Office.Ie, now));
        Assert.Single((await RadarAsync()).Lines);
    }

    private Task<RadarPage> RadarAsync() => _office.Get<GrowthRadar>().PageAsync(null, 1);

    private async Task AddAsync(Account account, Func<Account, Account> then) =>
        await _office.Get<RequestStore>().AddAsync(then(account).Request, Guid.NewGuid());
}
