using System.Diagnostics;

namespace DeploymentRouter.Web.Tests.CommandLine;

[Collection(ProcessEnvironment.Name)]
public class DecideProcessTests
{
    [Fact]
    public async Task The_process_prints_decisions_and_nothing_else_and_ends_with_the_exit_code()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "decide"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Directory.CreateTempSubdirectory().FullName,
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync("{\"id\":\"a\",\"answers\":{\"users_full\":7}}\nbad\n");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        var lines = (await output).Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("{\"id\":\"a\",\"possible\":[\"cloud\",", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("{\"id\":null,\"error\":\"", lines[1], StringComparison.Ordinal);
        Assert.Equal("", lines[2]);
        Assert.StartsWith("line 2: ", await errors, StringComparison.Ordinal);
        Assert.Equal(2, process.ExitCode);
        Assert.Empty(Directory.GetFileSystemEntries(start.WorkingDirectory));
        Directory.Delete(start.WorkingDirectory);
    }
}
