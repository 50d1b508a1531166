using DeploymentRouter.Core.Growth;
using DeploymentRouter.Core.People;
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
        await AddAsync(Account.Watched("Engaged").Reads(18_400), Engaged);
        Assert.Equal(("ie", GrowthState.Red), Assert.Single((await RadarAsync()).Lines) is var line ? (line.TeamId, line.Outlook.State) : default);
        var declined = Account.Playbook.DeclineReasons[0].Id;
        await _office.DoAsync((await _office.Get<RequestStore>().FindAsync(1001))!, (r, now) => r.Decline(declined, "Not before spring.", Office.Ie, now));
        Assert.Single((await RadarAsync()).Lines);
    }

    [Fact]
    public async Task An_account_stays_mine_while_IE_is_engaged_and_becomes_anothers_with_the_watch()
    {
        await AddAsync(Account.Watched("Engaged").Reads(18_400), account => Engaged(account).Does((r, now) => r.Take(Office.Ie, now)));
        Assert.True(Assert.Single((await MineAsync(Office.Tam)).Lines).IsEngaged);
        Assert.Empty((await MineAsync(Office.Ie)).Lines);
        await AddAsync(Account.Watched("Given away"), account => account.Does((r, now) => r.Assign(OtherTam, Office.Tam, now)));
        Assert.Equal("Given away", Assert.Single((await MineAsync(OtherTam)).Lines).Customer);
        Assert.Equal("Engaged", Assert.Single((await MineAsync(Office.Tam)).Lines).Customer);
    }

    [Fact]
    public async Task Whoever_engages_what_nobody_had_has_it_from_then_on()
    {
        await AddAsync(Account.Watched("Nobody's").Reads(18_400), account => account.Does((r, now) => r.Assign(null, Office.Tam, now)));
        Assert.Empty((await MineAsync(Office.Tam)).Lines);
        await AddAsync(Account.Watched("Engaged").Reads(18_400), account => Engaged(account.Does((r, now) => r.Assign(null, Office.Tam, now))));
        Assert.Equal("Engaged", Assert.Single((await MineAsync(Office.Tam)).Lines).Customer);
    }

    [Fact]
    public async Task An_engaged_account_without_a_reading_that_counts_is_still_watched()
    {
        await AddAsync(Account.Watched("Engaged").Reads(18_400), account => Engaged(account).Does((r, now) => r.WithdrawReading(r.Readings[0].Entry, "A slip.", Office.Tam, now)));
        Assert.Equal(GrowthState.NoReading, Assert.Single((await RadarAsync()).Lines).Outlook.State);
    }

    [Fact]
    public async Task What_leaves_the_radar_still_concerns_it_so_that_open_pages_drop_it()
    {
        await AddAsync(Account.Watched("Gone"), account => account);
        var request = await _office.DoAsync((await _office.Get<RequestStore>().FindAsync(1001))!, (r, now) => r.Withdraw("Gone.", Office.Ce, now));
        Assert.Empty((await RadarAsync()).Lines);
        Assert.True(await _office.Get<GrowthRadar>().ConcernsAsync(request.Id));
        Assert.False(await _office.Get<GrowthRadar>().ConcernsAsync((await _office.JointAsync("Never watched")).Id));
    }

    private static readonly Person OtherTam = new("moss", "Moss", "tam", IsAdmin: false);

    private static Account Engaged(Account account)
    {
        var form = new Dictionary<string, string>(Account.IeForm(), StringComparer.Ordinal) { ["trigger"] = "users" };
        return account.Does((r, now) => r.Engage(new(form, [], new Dictionary<string, Decisions.Answer>(StringComparer.Ordinal)), Office.Tam, now));
    }

    private Task<RadarPage> MineAsync(Person person) => _office.Get<GrowthRadar>().PageAsync(person.Id, 1);

    private Task<RadarPage> RadarAsync() => _office.Get<GrowthRadar>().PageAsync(null, 1);

    private async Task AddAsync(Account account, Func<Account, Account> then) =>
        await _office.Get<RequestStore>().AddAsync(then(account).Request, Guid.NewGuid());
}
