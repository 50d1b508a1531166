using System.Diagnostics;
using System.Text.Json;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Playbooks;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.CommandLine;

/// <summary>What is acknowledged is stored, whatever happens to the process.</summary>
public sealed class KilledProcessTests : IDisposable
{
    private const int Submissions = 200;
    private static readonly Person Ce = new("wren-lanternby", "Wren Lanternby", "ce", IsAdmin: false);

    private readonly string _data = Directory.CreateTempSubdirectory("router-killed-").FullName;

    [Theory]
    [InlineData(40)]
    [InlineData(120)]
    public async Task Every_acknowledged_submission_is_there_exactly_once_after_a_kill_and_a_retry(int killAfter)
    {
        await using var services = Services();
        await RouterData.PrepareAsync(services);
        await services.GetRequiredService<PeopleDirectory>().RememberAsync([Ce]);
        var lines = Enumerable.Range(0, Submissions).Select(Line).ToArray();

        var acknowledged = await FileAsync(lines, killAfter);
        Assert.InRange(acknowledged.Count, killAfter, Submissions - 1);

        var retried = await FileAsync(lines, killAfter: null);
        Assert.Equal(Submissions, retried.Count);
        Assert.All(acknowledged, first => Assert.Equal(first.Value, retried[first.Key]));

        await using var db = await services.GetRequiredService<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
        var stored = await db.Requests.ToDictionaryAsync(row => row.SubmissionKey, row => row.Number);
        Assert.Equal(retried, stored);
        Assert.Equal(Submissions, stored.Values.Distinct().Count());

        var store = services.GetRequiredService<RequestStore>();
        foreach (var number in stored.Values)
        {
            var request = await store.FindAsync(number);
            Assert.Equal(RequestState.InProgress, request?.State);
        }
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    // Numbers by key, of the lines that came back; with a limit, the process is killed (SIGKILL) as soon as it is reached.
    private async Task<Dictionary<Guid, int>> FileAsync(string[] lines, int? killAfter)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "DeploymentRouter.Web.dll"), "file", "--as", Ce.Id },
            Environment = { ["Data__Directory"] = _data },
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var writing = WriteAsync(process, lines);
        var numbers = new Dictionary<Guid, int>();
        while (await process.StandardOutput.ReadLineAsync() is { } answer)
        {
            using var json = JsonDocument.Parse(answer);
            numbers.Add(json.RootElement.GetProperty("key").GetGuid(), json.RootElement.GetProperty("number").GetInt32());
            if (numbers.Count == killAfter) process.Kill();
        }

        await process.WaitForExitAsync();
        await writing;
        Assert.Equal(killAfter is null, process.ExitCode == 0);
        return numbers;
    }

    private static async Task WriteAsync(Process process, string[] lines)
    {
        try
        {
            foreach (var line in lines) await process.StandardInput.WriteLineAsync(line);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The process was killed before it had read everything.
        }
    }

    private static string Line(int index) => JsonSerializer.Serialize(new
    {
        key = Guid.NewGuid(),
        fields = new Dictionary<string, string>
        {
            ["customer.name"] = $"Quillfeather Press {index}",
            ["customer.engagement"] = "trial",
            ["answer.code_host_reachability"] = "unreachable",
            ["answer.hosting_provider"] = "azure",
        },
    });

    private ServiceProvider Services() => new ServiceCollection()
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddSingleton(new PlaybookInForce(PlaybookFile.LoadDefault().Require()))
        .AddRouterData(_data)
        .BuildServiceProvider();
}
