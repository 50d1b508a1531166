using System.Text;
using DeploymentRouter.Web.CommandLine;

namespace DeploymentRouter.Web.Tests.CommandLine;

[Collection(ProcessEnvironment.Name)]
public sealed class GrowthVerbTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("router-growth-").FullName;

    [Fact]
    public async Task Without_a_file_it_says_how_to_call_it()
    {
        var (exit, output, errors) = await RunAsync("import");
        Assert.Equal((2, ""), (exit, output));
        Assert.StartsWith("Usage: growth import FILE.csv [--dry-run]", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var (exit, _, errors) = await RunAsync("import", "no-such.csv");
        Assert.Equal(2, exit);
        Assert.Contains("There is no file no-such.csv.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_by_line_and_nothing_is_recorded()
    {
        var file = Path.Combine(_data, "readings.csv");
        await File.WriteAllTextAsync(file, "request,date,users,repositories,source\nDR-4711,2026-10-01,1,1,x\nDR-4711,soon,1,1,x\n");
        Environment.SetEnvironmentVariable("Data__Directory", _data);
        try
        {
            var (exit, output, errors) = await RunAsync("import", file);
            Assert.Equal(2, exit);
            Assert.Equal("2 things are wrong; nothing was recorded. Correct the file and try again.", output.Trim());
            Assert.Contains("line 2: There is no DR-4711.", errors, StringComparison.Ordinal);
            Assert.Contains("line 3: Read on: choose a date", errors, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("Data__Directory", null);
        }
    }

    [Fact]
    public async Task A_dry_run_leaves_no_trace_where_nothing_is()
    {
        var file = Path.Combine(_data, "readings.csv");
        await File.WriteAllTextAsync(file, "request,date,users,repositories,source\n");
        Environment.SetEnvironmentVariable("Data__Directory", Path.Combine(_data, "none"));
        try
        {
            var (exit, _, errors) = await RunAsync("import", file, "--dry-run");
            Assert.Equal(2, exit);
            Assert.StartsWith("There is no database in ", errors, StringComparison.Ordinal);
            Assert.False(Directory.Exists(Path.Combine(_data, "none")));
        }
        finally
        {
            Environment.SetEnvironmentVariable("Data__Directory", null);
        }
    }

    [Fact]
    public async Task A_dry_run_reads_what_is_there_and_changes_no_file()
    {
        var file = Path.Combine(_data, "readings.csv");
        await File.WriteAllTextAsync(file, "request,date,users,repositories,source\nDR-4711,2026-10-01,1,1,x\n");
        Environment.SetEnvironmentVariable("Data__Directory", _data);
        try
        {
            await RunAsync("import", file);
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            var before = Directory.GetFiles(_data).Order(StringComparer.Ordinal).Select(path => (path, Convert.ToHexString(File.ReadAllBytes(path)))).ToList();
            var (exit, _, errors) = await RunAsync("import", file, "--dry-run");
            Assert.Equal(2, exit);
            Assert.Contains("line 2: There is no DR-4711.", errors, StringComparison.Ordinal);
            Assert.Equal(before, Directory.GetFiles(_data).Order(StringComparer.Ordinal).Select(path => (path, Convert.ToHexString(File.ReadAllBytes(path)))));
        }
        finally
        {
            Environment.SetEnvironmentVariable("Data__Directory", null);
        }
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_refused_by_name()
    {
        var file = Path.Combine(_data, "latin.csv");
        await File.WriteAllBytesAsync(file, Encoding.Latin1.GetBytes("request,date,users,repositories,source\nDR-1001,2026-10-01,1,1,Übersicht\n"));
        var (exit, _, errors) = await RunAsync("import", file);
        Assert.Equal((2, "latin.csv: It is not UTF-8 text. Save it again as CSV UTF-8."), (exit, errors.Trim()));
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private static async Task<(int Exit, string Output, string Errors)> RunAsync(params string[] options)
    {
        using var output = new MemoryStream();
        await using var errors = new StringWriter();
        var exit = await GrowthVerb.RunAsync(options, new Streams(Stream.Null, output, errors));
        return (exit, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }
}
