using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Persistence.Tests.Queues;
using Microsoft.EntityFrameworkCore;
using static DeploymentRouter.Persistence.Tests.Queues.Office;

namespace DeploymentRouter.Persistence.Tests.Accounts;

public sealed class SessionsTests : IAsyncLifetime
{
    private readonly Office _office = new();

    private Sessions Sessions => _office.Get<Sessions>();

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        await _office.Get<PeopleDirectory>().RememberAsync([Ce, Ie]);
    }

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_session_knows_its_person_as_they_are_now()
    {
        var session = await StartAsync();
        await _office.Get<PeopleDirectory>().RememberAsync([Ce with { TeamId = "tam", OwnsPlaybook = true }]);

        var person = await Sessions.PersonAsync(session);

        Assert.Equal(("tam", true), (person!.TeamId, person.OwnsPlaybook));
    }

    [Fact]
    public async Task An_ended_session_knows_nobody_and_the_others_go_on()
    {
        var (first, second, third) = (await StartAsync(), await StartAsync(), await StartAsync());

        Assert.True(await Sessions.EndAsync(first, Ce.Id, Ce));
        Assert.False(await Sessions.EndAsync(first, Ce.Id, Ce));
        Assert.Null(await Sessions.PersonAsync(first));
        Assert.NotNull(await Sessions.PersonAsync(second));

        Assert.Equal(1, await Sessions.EndAllAsync(Ce.Id, except: third, Ce));
        Assert.Null(await Sessions.PersonAsync(second));
        Assert.Equal([third], (await Sessions.OfAsync(Ce.Id)).Select(line => line.Id));
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another()
    {
        var session = await StartAsync();

        Assert.False(await Sessions.EndAsync(session, Ie.Id, Ie));
        Assert.NotNull(await Sessions.PersonAsync(session));
    }

    [Fact]
    public async Task A_session_that_is_used_lives_on_and_one_that_is_not_ends()
    {
        var (used, idle) = (await StartAsync(), await StartAsync());
        _office.Time.Advance(Sessions.Lifetime - TimeSpan.FromMinutes(1));
        Assert.NotNull(await Sessions.PersonAsync(used));
        _office.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.NotNull(await Sessions.PersonAsync(used));
        Assert.Null(await Sessions.PersonAsync(idle));
        Assert.Equal([used], (await Sessions.OfAsync(Ce.Id)).Select(line => line.Id));
    }

    [Fact]
    public async Task Somebody_who_may_not_come_in_any_more_is_nobody_and_gets_no_work()
    {
        var session = await StartAsync();
        await using (var db = await _office.Get<IDbContextFactory<RouterDb>>().CreateDbContextAsync())
            await db.People.Where(person => person.Id == Ce.Id).ExecuteUpdateAsync(set => set.SetProperty(person => person.IsDisabled, true));

        Assert.Null(await Sessions.PersonAsync(session));
        Assert.Empty(await _office.Get<PeopleDirectory>().OfTeamAsync("ce"));
        Assert.Empty((await _office.Get<TeamRoster>().OfAsync("ce")).Members);
    }

    private Task<Guid> StartAsync() => Sessions.StartAsync(Ce.Id, "password", "192.0.2.7", "Firefox on Windows");
}
