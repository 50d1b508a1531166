using System.Text;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Web.CommandLine;
using DeploymentRouter.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.CommandLine;

[Collection(ProcessEnvironment.Name)]
public sealed class RequestsVerbTests : IAsyncLifetime
{
    private const string Ce = "wren-lanternby";
    private const string Head = "key,customer.name,customer.engagement,answer.users_full\n";
    private readonly string _data = Directory.CreateTempSubdirectory("router-requests-").FullName;

    public async Task InitializeAsync()
    {
        Environment.SetEnvironmentVariable("Data__Directory", _data);
        await using var services = await Installation.OpenAsync(_data);
        await services.GetRequiredService<PeopleDirectory>().RememberAsync(DemoPeople.All.Select(demo => demo.Person));
    }

    public Task DisposeAsync()
    {
        Environment.SetEnvironmentVariable("Data__Directory", null);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("import")]
    [InlineData("import", "a.csv")]
    [InlineData("import", "a.txt", "--as", Ce)]
    [InlineData("import", "a.csv", "--as", Ce, "--dry-run", "--only-good")]
    public async Task Without_all_it_needs_it_says_how_to_call_it(params string[] words)
    {
        var (exit, output, errors) = await RunAsync(words);
        Assert.Equal((2, ""), (exit, output));
        Assert.StartsWith("Usage: requests import FILE.csv|FILE.jsonl --as PERSON", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_and_a_person_nobody_knows_are_named()
    {
        Assert.Contains("There is no file no-such.csv.", (await RunAsync("import", "no-such.csv", "--as", Ce)).Errors, StringComparison.Ordinal);
        Assert.Contains("Nobody here is called 'nobody'.", (await RunAsync("import", Table(), "--as", "nobody")).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_right_is_filed_once_and_a_dry_run_files_nothing()
    {
        var file = Table("a,Larkspur Foundry,trial,40", "b,Sorrel Observatory,migration,900");
        Assert.Equal((0, "2 of 2 lines would be filed."), Last(await RunAsync("import", file, "--as", Ce, "--dry-run")));

        var (exit, output, _) = await RunAsync("import", file, "--as", Ce);
        Assert.Equal(0, exit);
        Assert.Equal(["line 2: a is DR-1001", "line 3: b is DR-1002", "2 of 2 lines were filed."], output.Trim().Split('\n').Select(line => line.Trim()));

        Assert.Equal((0, "0 of 2 lines were filed."), Last(await RunAsync("import", file, "--as", Ce)));
    }

    [Fact]
    public async Task With_anything_wrong_nothing_is_filed_unless_only_the_good_are_asked_for()
    {
        var file = Table("a,Larkspur Foundry,trial,40", "b,,trial,40", "c,Sorrel Observatory,trial,many");
        var all = await RunAsync("import", file, "--as", Ce);
        Assert.Equal((2, "Nothing was filed. Correct the file and try again."), Last(all));
        Assert.Contains("line 3: ", all.Errors, StringComparison.Ordinal);
        Assert.Contains("line 4: ", all.Errors, StringComparison.Ordinal);

        Assert.Equal((2, "1 of 3 lines were filed."), Last(await RunAsync("import", file, "--as", Ce, "--only-good")));
    }

    [Fact]
    public async Task Whoever_files_no_requests_imports_none()
    {
        var (exit, _, errors) = await RunAsync("import", Table("a,Larkspur Foundry,trial,40"), "--as", "juniper-goldfinch");
        Assert.Equal(2, exit);
        Assert.Contains("CE can file a request.", errors, StringComparison.Ordinal);
    }

    private string Table(params string[] lines)
    {
        var path = Path.Combine(_data, $"{Guid.NewGuid()}.csv");
        File.WriteAllText(path, Head + string.Join('\n', lines) + "\n");
        return path;
    }

    private static (int Exit, string Last) Last((int Exit, string Output, string Errors) run) => (run.Exit, run.Output.Trim().Split('\n')[^1].Trim());

    private static async Task<(int Exit, string Output, string Errors)> RunAsync(params string[] options)
    {
        using var output = new MemoryStream();
        await using var errors = new StringWriter();
        var exit = await RequestsVerb.RunAsync(options, new Streams(Stream.Null, output, errors));
        return (exit, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }
}
