using System.Text;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Web.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.CommandLine;

[Collection(ProcessEnvironment.Name)]
public sealed class PrivacyVerbTests : IDisposable
{
    private const string KeepSessions = "Privacy__KeepDays__Sessions";
    private readonly string _data = Directory.CreateTempSubdirectory("router-privacy-").FullName;

    public PrivacyVerbTests() => Environment.SetEnvironmentVariable("Data__Directory", _data);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("Data__Directory", null);
        Environment.SetEnvironmentVariable(KeepSessions, null);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }

    [Theory]
    [InlineData]
    [InlineData("delete")]
    [InlineData("run", "now")]
    public async Task Without_preview_or_run_it_says_how_to_call_it(params string[] words) =>
        Assert.Equal((2, "", "Usage: privacy preview | run"), await RunAsync(words));

    [Fact]
    public async Task Where_nothing_is_it_says_so_and_makes_nothing()
    {
        var (exit, _, errors) = await RunAsync("run");
        Assert.Equal((2, $"There is no database in {_data}."), (exit, errors));
        Assert.Empty(Directory.GetFiles(_data));
    }

    [Fact]
    public async Task A_preview_counts_and_deletes_nothing_and_a_run_deletes_as_much()
    {
        await EndedSessionAsync(TimeSpan.FromDays(40));
        await EndedSessionAsync(TimeSpan.FromDays(2));
        Environment.SetEnvironmentVariable(KeepSessions, "30");

        for (var again = 0; again < 2; again++)
            Assert.Contains("Sessions that have ended: kept 30 days, 1 would go now", (await RunAsync("preview")).Output, StringComparison.Ordinal);
        var (exit, output, _) = await RunAsync("run");
        Assert.Equal(0, exit);
        Assert.Contains("Sessions that have ended: kept 30 days, 1 deleted", output, StringComparison.Ordinal);
        Assert.Contains("Sessions that have ended: kept 30 days, 0 would go now", (await RunAsync("preview")).Output, StringComparison.Ordinal);

        Environment.SetEnvironmentVariable(KeepSessions, "0");
        Assert.Contains("Sessions that have ended: kept for good", (await RunAsync("run")).Output, StringComparison.Ordinal);
    }

    private async Task EndedSessionAsync(TimeSpan ago)
    {
        await using var services = await Installation.OpenAsync(_data);
        var session = await services.GetRequiredService<Sessions>().StartAsync("wren-lanternby", "test", null, null);
        await using var db = await services.GetRequiredService<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
        var ended = DateTime.UtcNow - ago;
        await db.Sessions.Where(one => one.Id == session).ExecuteUpdateAsync(set => set.SetProperty(one => one.EndedAt, ended));
    }

    private static async Task<(int Exit, string Output, string Errors)> RunAsync(params string[] words)
    {
        using var output = new MemoryStream();
        await using var errors = new StringWriter();
        var exit = await PrivacyVerb.RunAsync(words, new Streams(Stream.Null, output, errors));
        return (exit, Encoding.UTF8.GetString(output.ToArray()).Trim(), errors.ToString().Trim());
    }
}
