using System.Text;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Playbooks;
using DeploymentRouter.Persistence.Playbooks.Publishing;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Web.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Hosting;

/// <summary>Which playbook is in force after a start, and for whoever only looks into the data directory.</summary>
public sealed class PublishedPlaybookStartTests : IDisposable
{
    private static readonly Person Owner = new("odile-marginalia", "Odile Marginalia", "", false) { OwnsPlaybook = true };
    private static readonly string Second = Encoding.UTF8.GetString(PlaybookFile.DefaultBytes()).Replace("\nversion: 1\n", "\nversion: 2\n", StringComparison.Ordinal);

    private readonly string _data = Directory.CreateTempSubdirectory("router-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task What_was_published_last_is_in_force_after_a_restart_and_for_the_command_line()
    {
        await StartedAsync(PublishSecondAsync);

        var edition = await StartedAsync(app => Task.FromResult(app.GetRequiredService<PlaybookInForce>().Edition));

        Assert.Equal((2, PlaybookOrigin.Published), (edition.Playbook.Version, edition.Origin));
        Assert.Equal(2, (await PlaybookStart.LoadAsync(Configuration())).Playbook!.Version);
        Assert.Equal(2, await StartedAsync(async app =>
        {
            Assert.Equal(2, app.GetRequiredService<PlaybookInForce>().Current.Version);
            return (await PlaybookStart.LoadAsync(Configuration())).Playbook!.Version;
        }));
    }

    [Fact]
    public async Task A_file_that_a_setting_names_goes_before_what_is_published()
    {
        await StartedAsync(PublishSecondAsync);
        var file = Path.Combine(_data, "ours.yaml");
        await File.WriteAllTextAsync(file, Second.Replace("\nversion: 2\n", "\nversion: 7\n", StringComparison.Ordinal));

        var edition = await StartedAsync(app => Task.FromResult(app.GetRequiredService<PlaybookInForce>().Edition), file);

        Assert.Equal((7, PlaybookOrigin.File), (edition.Playbook.Version, edition.Origin));
        Assert.Equal(7, (await PlaybookStart.LoadAsync(Configuration(file))).Playbook!.Version);
    }

    [Fact]
    public async Task One_that_this_version_cannot_read_refuses_the_start_with_its_faults_and_the_way_out()
    {
        await StartedAsync(PublishSecondAsync);
        await StartedAsync(async app =>
        {
            await using var db = await app.GetRequiredService<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
            db.Publications.Add(new PublicationRow { Number = 2, Hash = "x", Name = "Ours", Version = 3, Utf8 = "name: Ours\nversion: 3\nmystery: yes\n"u8.ToArray(), Note = "x", ById = Owner.Id, ByName = Owner.Name, At = new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc) });
            return await db.SaveChangesAsync();
        });

        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddRouterData(_data).AddSingleton<PlaybookInForce>().BuildServiceProvider();
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => PlaybookStart.PutInForceAsync(services, Configuration()));

        Assert.Contains("It is version 3, which Odile Marginalia put in force on 24 Nov 2026.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("playbook-2.yaml:3: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Set Playbook:File", refused.Message, StringComparison.Ordinal);
        Assert.NotEmpty((await PlaybookStart.LoadAsync(Configuration())).Faults);
    }

    [Fact]
    public async Task Without_a_database_the_command_line_uses_what_is_built_in() =>
        Assert.Equal(1, (await PlaybookStart.LoadAsync(Configuration())).Playbook!.Version);

    private static async Task<int> PublishSecondAsync(IServiceProvider app)
    {
        await app.GetRequiredService<PeopleDirectory>().RememberAsync([Owner]);
        var result = await app.GetRequiredService<PlaybookDesk>().PublishAsync(
            Encoding.UTF8.GetBytes(Second), app.GetRequiredService<PlaybookInForce>().Current.Hash, "Another number.", Owner, Sight.Everything);
        return Assert.IsType<PublishResult.Done>(result).Publication.Number;
    }

    private IConfiguration Configuration(string? file = null) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { [DataDirectory.Key] = _data, [PlaybookStart.FileKey] = file }).Build();

    private async Task<T> StartedAsync<T>(Func<IServiceProvider, Task<T>> then, string? file = null)
    {
        await using var app = new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder
            .UseSetting(DataDirectory.Key, _data).UseSetting("Demo:Requests", "false").UseSetting(PlaybookStart.FileKey, file ?? "").UseSetting("Serilog:MinimumLevel:Default", "Warning"));
        return await then(app.Services);
    }
}
