using CsCheck;
using DeploymentRouter.Core.Clocks;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Tests.Relay;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Persistence.Tests.Requests;

/// <summary>What lists sort by is the clock, whatever happened to the request and whenever it is computed again.</summary>
public sealed class StoredClockTests : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("router-clocks-").FullName;
    private readonly ServiceProvider _services;

    public StoredClockTests() => _services = new ServiceCollection()
        .AddRouterData(_directory)
        .AddSingleton(new PlaybookInForce(RandomHistory.Playbook))
        .AddSingleton(TimeProvider.System)
        .BuildServiceProvider();

    public Task InitializeAsync() => RouterData.PrepareAsync(_services);

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task The_stored_due_time_is_that_of_the_clock_computed_from_the_stored_history()
    {
        var (store, promised) = (_services.GetRequiredService<RequestStore>(), 0);
        foreach (var (made, now) in RandomHistory.Gen.Array[250].Single())
        {
            await store.AddAsync(made, Guid.NewGuid());
            var request = (await store.FindAsync(made.Id))!;
            await using var db = await _services.GetRequiredService<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
            var row = await db.Requests.AsNoTracking().SingleAsync(one => one.Id == made.Id);

            var clock = request.OwnerTeamId is null || request.State is RequestState.OnHold
                ? null
                : StageClock.Of(request.Current, request.Form, request.Playbook, now);
            Assert.Equal((clock?.Due.At, clock?.Started, clock?.Due.IsEstimate ?? false), (row.DueAt, row.ClockFrom, row.DueIsEstimate));
            if (clock is not null) promised++;
        }

        Assert.InRange(promised, 30, 250);
    }
}
