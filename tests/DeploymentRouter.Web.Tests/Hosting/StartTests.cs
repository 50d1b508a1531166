using System.Diagnostics;

namespace DeploymentRouter.Web.Tests.Hosting;

public sealed class StartTests
{
    [Fact]
    public async Task On_a_server_it_starts_and_prints_the_code_that_opens_the_set_up_page()
    {
        var data = Directory.CreateTempSubdirectory("router-").FullName;
        using var process = Start(new() { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["AllowedHosts"] = "localhost", ["Data__Directory"] = data });
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                if (!line.Contains("no administrator yet", StringComparison.Ordinal)) continue;
                Assert.Matches("Open \"?/set-up\"? and enter this code: \"?([A-Z2-7]{4}-){7}[A-Z2-7]{4}", line);
                return;
            }

            Assert.Fail(await process.StandardError.ReadToEndAsync(patience.Token));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public async Task A_data_directory_that_cannot_be_made_is_named()
    {
        var file = Path.GetTempFileName();
        var (code, _, errors) = await RunAsync(new() { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Data__Directory"] = Path.Combine(file, "data") });
        File.Delete(file);

        Assert.Equal(1, code);
        Assert.Contains($"the data directory {Path.Combine(file, "data")} cannot be created", errors, StringComparison.Ordinal);
    }

    private static Process Start(Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DeploymentRouter.Web.dll"), "--urls", "http://127.0.0.1:0"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (key, value) in environment) start.Environment[key] = value;

        return Process.Start(start)!;
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(Dictionary<string, string> environment)
    {
        using var process = Start(environment);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }
}
