using System.Text;
using DeploymentRouter.Web.CommandLine;

namespace DeploymentRouter.Web.Tests.CommandLine;

[Collection(ProcessEnvironment.Name)]
public sealed class AdminVerbTests : IDisposable
{
    private const string Password = "violet teapot on a glacier";
    private readonly string _data = Directory.CreateTempSubdirectory("router-admin-").FullName;

    public AdminVerbTests() => Environment.SetEnvironmentVariable("Data__Directory", _data);

    [Theory]
    [InlineData]
    [InlineData("create")]
    [InlineData("create", "--email", "a@b.example")]
    [InlineData("create", "--email", "a@b.example", "--name")]
    [InlineData("create", "--email", "a@b.example", "--name", "A", "--password", "x")]
    [InlineData("reset", "--email", "a@b.example", "--name", "A")]
    [InlineData("delete", "--email", "a@b.example")]
    public async Task What_it_does_not_understand_it_says_how_to_call(params string[] words)
    {
        var (exit, output, errors) = await RunAsync("", words);

        Assert.Equal((2, ""), (exit, output));
        Assert.StartsWith("Usage: admin create --email ADDRESS --name NAME", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_on_standard_input_makes_an_administrator_once()
    {
        Assert.Equal((0, "Marlow Tidewater is an administrator.\n", ""), await CreateAsync(Password + "\n"));
        Assert.Equal((1, "", "Somebody has an account with this address already."), Trimmed(await CreateAsync(Password + "\n")));
    }

    [Fact]
    public async Task A_password_that_is_tried_first_is_refused()
    {
        var (exit, output, errors) = await CreateAsync("Marlow.Tidewater.1\n");

        Assert.Equal((1, ""), (exit, output));
        Assert.StartsWith("This is made of what is tried first", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_password_it_prints_a_link_and_a_reset_prints_another()
    {
        var (exit, first, errors) = await CreateAsync("");
        Assert.Equal(0, exit);
        Assert.Matches("^/welcome\\?code=[0-9a-f]{64}\n$", first);
        Assert.Contains("within 7 days. Open it at the address of your installation.", errors, StringComparison.Ordinal);

        var (again, second, _) = await RunAsync("", "reset", "--email", "MARLOW@pebbleworks.example", "--address", "https://router.pebbleworks.example/");
        Assert.Equal(0, again);
        Assert.Matches("^https://router.pebbleworks.example/welcome\\?code=[0-9a-f]{64}\n$", second);
        Assert.Equal((1, "", "Nobody has an account with this address."), Trimmed(await RunAsync("", "reset", "--email", "nobody@pebbleworks.example")));
    }

    [Fact]
    public async Task Of_several_at_one_moment_one_wins()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => CreateAsync(Password + "\n"))));

        Assert.Equal([0, 1, 1, 1], runs.Select(run => run.Exit).Order());
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("Data__Directory", null);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }

    private static (int, string, string) Trimmed((int Exit, string Output, string Errors) run) => (run.Exit, run.Output, run.Errors.Trim());

    private static Task<(int Exit, string Output, string Errors)> CreateAsync(string input) =>
        RunAsync(input, "create", "--email", "marlow@pebbleworks.example", "--name", "Marlow Tidewater");

    private static async Task<(int Exit, string Output, string Errors)> RunAsync(string input, params string[] words)
    {
        using var output = new MemoryStream();
        await using var errors = new StringWriter();
        var exit = await Verbs.RunAsync(["admin", .. words], new Streams(new MemoryStream(Encoding.UTF8.GetBytes(input)), output, errors));
        return (exit, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }
}
