using DeploymentRouter.Persistence;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Web.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DeploymentRouter.Web.Tests.Hosting;

public sealed class DailySweepTests : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("router-").FullName;
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private ServiceProvider _services = null!;

    public async Task InitializeAsync()
    {
        _services = new ServiceCollection().AddRouterData(_directory).AddSingleton<TimeProvider>(_time)
            .AddSingleton(new Core.Playbooks.PlaybookInForce(Persistence.Playbooks.PlaybookFile.LoadDefault().Playbook!)).BuildServiceProvider();
        await RouterData.PrepareAsync(_services);
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task Bytes_that_nobody_names_are_gone_a_day_later_without_a_restart()
    {
        var bytes = Path.Combine(_directory, RouterData.FilesDirectory, "ab", new string('a', 64));
        Directory.CreateDirectory(Path.GetDirectoryName(bytes)!);
        await File.WriteAllTextAsync(bytes, "left over");
        var sweep = new DailySweep(_services, _time, NullLogger<DailySweep>.Instance);
        await sweep.StartAsync(CancellationToken.None);
        Assert.True(File.Exists(bytes));

        // It begins to wait on a thread of its own: a day that passes before counts for nothing.
        for (var i = 0; i < 100 && File.Exists(bytes); i++)
        {
            _time.Advance(TimeSpan.FromDays(1));
            await Task.Delay(50);
        }

        Assert.False(File.Exists(bytes));
        await sweep.StopAsync(CancellationToken.None);
    }
}
