using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Web.SignIn;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Hosting;

/// <summary>Demo people from one start to the next, in one data directory.</summary>
public sealed class DemoPeopleTests : IDisposable
{
    private const string Wren = "wren-lanternby";
    private const string Bram = "bram-copperkettle";
    private readonly string _data = Directory.CreateTempSubdirectory("router-").FullName;

    [Fact]
    public async Task Whom_an_administrator_has_disabled_stays_out_whom_a_start_elsewhere_has_shut_out_comes_back()
    {
        await StartAsync("Development", services => services.GetRequiredService<PeopleDesk>().DisableAsync(Bram, DemoPeople.Find("quill-mossgate")!.Person));
        await StartAsync("Production", async services => Assert.Empty(await InAsync(services)));

        await StartAsync("Development", async services =>
        {
            Assert.Equal([Wren], await InAsync(services));
            await services.GetRequiredService<PeopleDesk>().EnableAsync(Bram, DemoPeople.Find("quill-mossgate")!.Person);
        });
        await StartAsync("Development", async services => Assert.Equal([Bram, Wren], await InAsync(services)));
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private static async Task<IEnumerable<string>> InAsync(IServiceProvider services)
    {
        var people = await services.GetRequiredService<PeopleDirectory>().PageAsync(null, null);
        return people.Select(person => person.Id).Where(id => id is Wren or Bram).Order(StringComparer.Ordinal);
    }

    private async Task StartAsync(string environment, Func<IServiceProvider, Task> then)
    {
        await using var app = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseEnvironment(environment).UseSetting("Data:Directory", _data).UseSetting("AllowedHosts", "localhost").UseSetting("Demo:Requests", "false").UseSetting("Serilog:MinimumLevel:Default", "Error"));
        await then(app.Services);
    }
}
