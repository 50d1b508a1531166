using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Privacy;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Persistence.Tests.Queues;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Tests.Privacy;

public sealed class LeftoversTests : IAsyncLifetime
{
    private static readonly Person Gone = new("zebulon-quagmire", "Zebulon Quagmire", "ie", false);
    private static readonly Person Admin = new("ada", "Ada", "", true);

    private readonly NoRoomForVacuum _disk = new();
    private readonly Office _office;

    public LeftoversTests() => _office = new Office(_disk);

    public Task InitializeAsync() => _office.InitializeAsync();

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_disk_too_full_to_write_the_file_anew_stops_neither_an_erasure_nor_a_start()
    {
        await _office.Get<PeopleDirectory>().RememberAsync([Gone, Admin]);
        await ShutOutAsync();
        _disk.IsFull = true;

        Assert.Equal(("Former colleague 1", null), await _office.Get<PersonErasure>().EraseAsync(Gone.Id, Admin));
        await _office.PrepareAsync();
        Assert.False(await _office.Get<Leftovers>().TryClearAsync());

        _disk.IsFull = false;
        Assert.True(await _office.Get<Leftovers>().TryClearAsync());
        var tries = _disk.Tries;
        Assert.True(await _office.Get<Leftovers>().TryClearAsync());
        Assert.Equal(tries, _disk.Tries);
    }

    [Fact]
    public async Task What_has_been_kept_long_enough_goes_without_the_whole_file_being_written_anew()
    {
        await _office.Get<Sessions>().StartAsync(Gone.Id, "password", "203.0.113.9", null);
        _office.Time.Advance(TimeSpan.FromDays(121));

        var (gone, _) = await _office.Get<Retention>().RunAsync(Admin);

        Assert.Equal(1, gone.Single(line => line.Id == "sessions").Count);
        Assert.Equal(0, _disk.Tries);
    }

    [Fact]
    public async Task What_is_deleted_is_overwritten()
    {
        await using var db = await _office.Get<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
        Assert.Equal(1, await db.Database.SqlQuery<int>($"SELECT secure_delete AS Value FROM pragma_secure_delete").SingleAsync());
    }

    private async Task ShutOutAsync()
    {
        await using var db = await _office.Get<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
        await db.People.Where(person => person.Id == Gone.Id).ExecuteUpdateAsync(set => set.SetProperty(person => person.IsDisabled, true));
    }
}
