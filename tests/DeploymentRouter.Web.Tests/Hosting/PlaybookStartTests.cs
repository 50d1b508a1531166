using System.Diagnostics;

namespace DeploymentRouter.Web.Tests.Hosting;

public class PlaybookStartTests
{
    [Fact]
    public async Task A_broken_playbook_stops_the_start_with_its_line_and_fault()
    {
        var directory = Directory.CreateTempSubdirectory();
        var playbook = Path.Combine(directory.FullName, "ours.yaml");
        await File.WriteAllTextAsync(playbook, "name: Ours\nversion: none\n");
        var start = new ProcessStartInfo(
            "dotnet", [typeof(Program).Assembly.Location, "--Playbook:File", playbook, "--Data:Directory", directory.FullName, "--urls", "http://127.0.0.1:0", "--AllowedHosts", "localhost"])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        await output;
        directory.Delete(recursive: true);

        Assert.Equal(1, process.ExitCode);
        Assert.StartsWith("DeploymentRouter does not start: the playbook has faults.", errors, StringComparison.Ordinal);
        Assert.Contains("ours.yaml:2: version: A whole number from 1 to 2,147,483,647 is expected, got 'none'.", errors, StringComparison.Ordinal);
        Assert.Contains("ours.yaml:1: 'teams' is missing.", errors, StringComparison.Ordinal);
    }
}
