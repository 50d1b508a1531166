using System.Text.Json;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.CommandLine;
using DeploymentRouter.Web.CommandLine.Clocks;
using DeploymentRouter.Web.Tests.Features.Requests;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;

namespace DeploymentRouter.Web.Tests.CommandLine.Clocks;

public sealed class ClockPreviewTests : IDisposable
{
    private const string ThreeDays = "          - within: 3 working days\n";
    private readonly PlaybookRun files = new();
    private readonly string data = Directory.CreateTempSubdirectory("router preview#1%20-").FullName;

    [Fact]
    public async Task A_shorter_target_makes_open_requests_late_and_a_longer_one_lets_them_be_in_time()
    {
        await StoreAsync(InQualification(), InQualification(), ActsViewTests.Stands("on hold"), ActsViewTests.Stands("withdrawn"));
        var shorter = files.Changed("shorter.yaml", (ThreeDays, ThreeDays.Replace("3 working days", "1 working day", StringComparison.Ordinal)));

        var run = await PreviewAsync("2026-11-04T12:00:00Z", null, "--playbook", shorter);
        Assert.Equal((0, ""), (run.Exit, run.Errors));
        Assert.StartsWith(
            "3 open requests on Wed 4 Nov 2026 12:00 UTC, by Default playbook 1 and by Default playbook 1.\n"
            + "Late: 0, would be 2.\n  2 would become late: DR-1001, DR-1002\n  0 would stop being late\n",
            run.Output,
            StringComparison.Ordinal);

        run = await PreviewAsync("2026-11-04T12:00:00Z", shorter, "--playbook", files.File("default.yaml", PlaybookRun.DefaultYaml));
        Assert.Contains("Late: 2, would be 0.\n  0 would become late\n  2 would stop being late: DR-1001, DR-1002\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Last_quarters_attainment_is_told_before_and_after()
    {
        await StoreAsync(
            InQualification().Does((r, now) => r.Complete(Bram, now)),
            InQualification().Later(TimeSpan.FromDays(8)).Does((r, now) => r.Complete(Bram, now)),
            InQualification().Later(TimeSpan.FromDays(70)).Does((r, now) => r.Complete(Bram, now)));
        var longer = files.Changed("longer.yaml", (ThreeDays, ThreeDays.Replace("3 working days", "9 working days", StringComparison.Ordinal)));

        var json = JsonDocument.Parse((await PreviewAsync("2027-01-20T12:00:00Z", null, "--json", "--playbook", longer)).Output).RootElement;
        var attainment = json.GetProperty("attainment");
        Assert.Equal(("2026-10-01", "2026-12-31"), (attainment.GetProperty("from").GetString(), attainment.GetProperty("until").GetString()));
        Assert.Equal("""{"met":1,"ended":2}""", attainment.GetProperty("before").GetRawText());
        Assert.Equal("""{"met":2,"ended":2}""", attainment.GetProperty("after").GetRawText());
        var stage = attainment.GetProperty("stages").EnumerateArray().Single(one => one.GetProperty("stage").GetString() == "qualification");
        Assert.Equal("""{"met":1,"ended":2}""", stage.GetProperty("before").GetRawText());

        var words = (await PreviewAsync("2027-01-20T12:00:00Z", null, "--playbook", longer)).Output;
        Assert.EndsWith(
            "Stages and operations that ended from 1 Oct 2026 to 31 Dec 2026, in time of those with a promise:\n"
            + "  Qualification                    1 of 2 (50 %)      would be 2 of 2 (100 %)\n"
            + "  Total                            1 of 2 (50 %)      would be 2 of 2 (100 %)\n",
            words,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_operations_are_late_and_ended_ones_attained_like_stages()
    {
        await StoreAsync(
            TrialRunning().Does((r, now) => OperationTests.Asks(r, "suspend", Wren, now)),
            SetUp().Does((r, now) => OperationTests.Asks(r, "suspend", Wren, now)),
            SetUp().Does((r, now) => OperationTests.Asks(r, "suspend", Wren, now)).Later(TimeSpan.FromHours(2)).Does((r, now) => r.CompleteOperation("", Skye, now)),
            SetUp().Does((r, now) => OperationTests.Asks(r, "suspend", Wren, now)).Does((r, now) => r.WithdrawOperation(Wren, now)));
        const string Suspends = "        effect: suspends\n        asked_by: [ce, sales]\n        carried_out_by: cloud\n        answer:\n          within: ";
        var shorter = files.Changed("shorter.yaml", ($"{Suspends}24 hours", $"{Suspends}2 hours"));

        var run = await PreviewAsync("2026-11-03T09:00:00Z", null, "--playbook", shorter);
        Assert.Contains("2 open requests on", run.Output, StringComparison.Ordinal);
        Assert.Contains("Late: 0, would be 2.\n  2 would become late: DR-1001, DR-1002\n", run.Output, StringComparison.Ordinal);

        run = await PreviewAsync("2027-01-20T12:00:00Z", null, "--playbook", shorter);
        Assert.Contains("  Suspend the instance             1 of 1 (100 %)     would be 0 of 1 (0 %)\n", run.Output, StringComparison.Ordinal);
        run = await PreviewAsync("2027-01-20T12:00:00Z", null, "--json", "--playbook", shorter);
        var operation = JsonDocument.Parse(run.Output).RootElement.GetProperty("attainment").GetProperty("stages").EnumerateArray().Last();
        Assert.Equal(("suspend", """{"met":0,"ended":1}"""), (operation.GetProperty("operation").GetString(), operation.GetProperty("after").GetRawText()));

        static RequestWalk SetUp() => TrialRunning().Does((r, now) => r.Accept(Wren, now)).Ticks(Wren).Does((r, now) => r.Complete(Wren, now));
    }

    [Fact]
    public async Task An_application_that_starts_while_histories_are_read_changes_nothing_of_them()
    {
        await StoreAsync([.. Enumerable.Range(0, 40).Select(_ => InQualification())]);
        var (histories, _) = await StoredHistories.OpenAsync(data);
        using var opened = histories!;
        var read = new List<(int Number, int Entries)>();
        await foreach (var stored in histories!.AllAsync())
        {
            read.Add((stored.Number, stored.Entries.Count));
            if (read.Count > 1) continue;
            await StoreAsync(Declined());
            await using var writer = new SqliteConnection($"Data Source={Path.Combine(data, RouterData.DatabaseFile)};Pooling=False");
            await writer.OpenAsync();
            await using var command = writer.CreateCommand();
            command.CommandText = "PRAGMA foreign_keys = OFF; DELETE FROM History WHERE Number > 1; VACUUM; PRAGMA wal_checkpoint(TRUNCATE);";
            await command.ExecuteNonQueryAsync();
        }

        Assert.Equal(Enumerable.Range(1001, 40).Select(number => (number, InQualification().Request.Version)), read);
    }

    [Fact]
    public async Task Nothing_in_the_data_directory_changes()
    {
        await StoreAsync(InQualification());
        var before = Contents();
        Assert.Equal(0, (await PreviewAsync("2026-11-04T12:00:00Z", null, "--playbook", files.File("default.yaml", PlaybookRun.DefaultYaml))).Exit);
        Assert.Equal(before, Contents());
    }

    [Fact]
    public async Task Without_a_database_nothing_is_made()
    {
        var run = await PreviewAsync("2026-11-04T12:00:00Z", null, "--playbook", files.File("default.yaml", PlaybookRun.DefaultYaml));
        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.StartsWith("There is no database in ", run.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(data));
    }

    [Theory]
    [InlineData("deployment-router.db", "SQLite format 3\0 but not really", "cannot be read")]
    [InlineData("deployment-router.db", "", "is of another version of DeploymentRouter.")]
    public async Task A_database_that_is_none_or_of_another_version_is_refused(string file, string content, string message)
    {
        await File.WriteAllTextAsync(Path.Combine(data, file), content);
        var run = await PreviewAsync("2026-11-04T12:00:00Z", null, "--playbook", files.File("default.yaml", PlaybookRun.DefaultYaml));
        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(Path.Combine(data, file)));
    }

    [Fact]
    public async Task Bad_input_is_told_what_to_do()
    {
        Assert.StartsWith("Name a playbook with --playbook FILE.", (await PreviewAsync("2026-11-04T12:00:00Z", null)).Errors, StringComparison.Ordinal);
        Assert.StartsWith("Name a playbook", (await PreviewAsync("2026-11-04T12:00:00Z", null, "--playbok", "x")).Errors, StringComparison.Ordinal);
        var run = await PreviewAsync("2026-11-04T12:00:00Z", null, "--playbook", "nothing.yaml");
        Assert.Equal(2, run.Exit);
        Assert.StartsWith("nothing.yaml: There is no such file: ", run.Errors, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        files.Dispose();
        Directory.Delete(data, recursive: true);
    }

    private async Task StoreAsync(params RequestWalk[] walks)
    {
        await using var services = new ServiceCollection()
            .AddRouterData(data)
            .AddSingleton(new PlaybookInForce(RequestWalk.Playbook))
            .AddSingleton(TimeProvider.System)
            .BuildServiceProvider();
        await RouterData.PrepareAsync(services);
        foreach (var walk in walks) await services.GetRequiredService<RequestStore>().AddAsync(walk.Request, Guid.NewGuid());
        SqliteConnection.ClearAllPools();
    }

    private async Task<DecideRun> PreviewAsync(string now, string? inForce, params string[] words)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Data:Directory"] = data, ["Playbook:File"] = inForce };
        using var output = new MemoryStream();
        await using var errors = new StringWriter { NewLine = "\n" };
        var exit = await PreviewVerb.RunAsync(
            words,
            new Streams(Stream.Null, output, errors),
            new ConfigurationBuilder().AddInMemoryCollection(settings).Build(),
            new FakeTimeProvider(DateTimeOffset.Parse(now, null)));
        return new DecideRun(exit, output.ToArray(), errors.ToString());
    }

    private string Contents() => string.Join('\n', Directory.GetFiles(data, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(file => $"{file} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}"));
}
