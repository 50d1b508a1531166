using System.Diagnostics;
using System.Globalization;
using System.Text;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence;
using DeploymentRouter.Persistence.Importing;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Playbooks;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.CommandLine;

/// <summary>An import that began to store stores all of it, whatever happens to the process.</summary>
public sealed class KilledImportTests : IDisposable
{
    private const int Lines = 1_000;
    private static readonly Person Ce = new("wren-lanternby", "Wren Lanternby", "ce", IsAdmin: false);

    private readonly string _data = Directory.CreateTempSubdirectory("router-killed-").FullName;

    [Fact]
    public async Task A_process_that_is_killed_while_it_stores_leaves_nothing_that_the_next_start_does_not_finish()
    {
        await using var services = Services();
        await RouterData.PrepareAsync(services);
        await services.GetRequiredService<PeopleDirectory>().RememberAsync([Ce]);

        await KillOnceItStoresAsync(services, await FileAsync());
        var left = await CountAsync(services);
        Assert.InRange(left, 1, Lines - 1);

        Assert.Equal(1, await services.GetRequiredService<UnfinishedImports>().FinishAsync());

        Assert.Equal(Lines, await CountAsync(services));
        Assert.Equal(0, await services.GetRequiredService<UnfinishedImports>().FinishAsync());
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private async Task<string> FileAsync()
    {
        var file = Path.Combine(_data, "import.csv");
        var text = new StringBuilder("key,customer.name,customer.engagement,answer.users_full\n");
        for (var i = 0; i < Lines; i++) text.AppendLine(CultureInfo.InvariantCulture, $"k-{i},Quillfeather Press {i},trial,300");
        await File.WriteAllTextAsync(file, text.ToString());
        return file;
    }

    private async Task KillOnceItStoresAsync(ServiceProvider services, string file)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DeploymentRouter.Web.dll"), "requests", "import", file, "--as", Ce.Id])
        {
            Environment = { ["Data__Directory"] = _data },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        while (!process.HasExited && await CountAsync(services) == 0) await Task.Delay(10);
        process.Kill();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode > 2, string.Concat(await said));
    }

    private static async Task<int> CountAsync(ServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
        return await db.Requests.CountAsync();
    }

    private ServiceProvider Services() => new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddSingleton(new PlaybookInForce(PlaybookFile.LoadDefault().Require()))
        .AddRouterData(_data)
        .BuildServiceProvider();
}
