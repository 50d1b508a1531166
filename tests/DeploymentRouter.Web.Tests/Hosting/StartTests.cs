using System.Diagnostics;

namespace DeploymentRouter.Web.Tests.Hosting;

public sealed class StartTests
{
    [Fact]
    public async Task Outside_Development_it_refuses_to_start_and_says_what_to_do()
    {
        var (code, output, errors) = await RunAsync(new() { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["AllowedHosts"] = "localhost", ["Data__Directory"] = Path.GetTempPath() });

        Assert.Equal(1, code);
        Assert.Equal("", output);
        var sentence = Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("does not start: the environment is Production and no sign-in is configured", sentence, StringComparison.Ordinal);
        Assert.Contains("set ASPNETCORE_ENVIRONMENT to Development", sentence, StringComparison.Ordinal);
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

    private static async Task<(int Code, string Output, string Errors)> RunAsync(Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DeploymentRouter.Web.dll"), "--urls", "http://127.0.0.1:0"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (key, value) in environment) start.Environment[key] = value;

        using var process = Process.Start(start)!;
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
