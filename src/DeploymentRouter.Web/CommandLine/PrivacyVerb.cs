using System.Globalization;
using DeploymentRouter.Persistence;
using DeploymentRouter.Persistence.Privacy;
using DeploymentRouter.Web.Hosting;

namespace DeploymentRouter.Web.CommandLine;

/// <summary><c>privacy preview</c> and <c>privacy run</c>: what has been kept long enough, counted or deleted.</summary>
public static class PrivacyVerb
{
    private const int SomethingFailed = 2;

    public static async Task<int> RunAsync(string[] words, Streams streams)
    {
        if (words is not (["preview"] or ["run"]))
        {
            await streams.Errors.WriteLineAsync("Usage: privacy preview | run");
            return SomethingFailed;
        }

        var configuration = CommandConfiguration.Read();
        if ((await PlaybookStart.LoadAsync(configuration)).Playbook is not { } playbook)
        {
            await streams.Errors.WriteLineAsync("The playbook has faults. `playbook check` names them.");
            return SomethingFailed;
        }

        var directory = DataDirectory.PathFrom(configuration);
        if (!File.Exists(Path.Combine(directory, RouterData.DatabaseFile)))
        {
            await streams.Errors.WriteLineAsync($"There is no database in {directory}.");
            return SomethingFailed;
        }

        await using var services = await CommandServices.OpenAsync(configuration, playbook, more: services => services.AddSingleton(RetentionRun.SettingsFrom(configuration)));
        var retention = services.GetRequiredService<Retention>();
        var lines = words[0] is "run" ? (await retention.RunAsync(Retention.Clock)).Gone : await retention.PreviewAsync();
        await using var output = new StreamWriter(streams.Output, leaveOpen: true);
        foreach (var line in lines) await output.WriteLineAsync(Says(line, words[0] is "run"));
        return 0;
    }

    private static string Says(RetentionLine line, bool gone) => line.Days == 0
        ? $"{line.Label}: kept for good"
        : string.Create(CultureInfo.InvariantCulture, $"{line.Label}: kept {line.Days:N0} days, {line.Count:N0} {(gone ? "deleted" : "would go now")}");
}
