using System.Globalization;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Growth;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Features.Growth.Importing;
using DeploymentRouter.Web.Hosting;

namespace DeploymentRouter.Web.CommandLine;

/// <summary><c>growth import FILE.csv</c>: records the growth readings of a file, or none when anything is wrong.</summary>
public static class GrowthVerb
{
    private const int SomethingFailed = 2;
    private const string Usage = "Usage: growth import FILE.csv [--dry-run] [--as PERSON]";

    // Whoever may start the executable looks after the installation.
    private static readonly Person CommandLine = new("command-line", "Command line", "", IsAdmin: true);

    /// <returns>0; or 2 when anything is wrong. Found before anything is stored, nothing is; the last line says which.</returns>
    public static async Task<int> RunAsync(string[] options, Streams streams)
    {
        var dryRun = options.Contains("--dry-run", StringComparer.Ordinal);
        string[] words = [.. options.Where(option => option is not "--dry-run")];
        if (words is not (["import", _] or ["import", _, "--as", _]))
        {
            await streams.Errors.WriteLineAsync(Usage);
            return SomethingFailed;
        }

        if (!File.Exists(words[1]) || new FileInfo(words[1]).Length > ReadingsFile.MaxBytes)
        {
            await streams.Errors.WriteLineAsync(File.Exists(words[1])
                ? string.Create(CultureInfo.InvariantCulture, $"{words[1]} has more than {ReadingsFile.MaxBytes:N0} bytes. Split it.")
                : $"There is no file {words[1]}.");
            return SomethingFailed;
        }

        var (text, notText) = ReadingsFile.TextOf(await File.ReadAllBytesAsync(words[1]));
        if (text is null)
        {
            await streams.Errors.WriteLineAsync($"{Path.GetFileName(words[1])}: {notText}");
            return SomethingFailed;
        }

        return await ImportAsync(text, dryRun, words.ElementAtOrDefault(3), streams);
    }

    private static async Task<int> ImportAsync(string text, bool dryRun, string? personId, Streams streams)
    {
        var configuration = CommandConfiguration.Read();
        var load = await PlaybookStart.LoadAsync(configuration);
        if (load.Playbook is not { } playbook)
        {
            foreach (var fault in load.Faults) await streams.Errors.WriteLineAsync(fault.ToString());
            return SomethingFailed;
        }

        if (dryRun)
        {
            var (histories, refused) = await StoredHistories.OpenAsync(DataDirectory.PathFrom(configuration));
            using var opened = histories;
            if (refused is not null)
            {
                await streams.Errors.WriteLineAsync(refused);
                return SomethingFailed;
            }
        }

        await using var services = await CommandServices.OpenAsync(configuration, playbook, readOnly: dryRun);
        var person = personId is null ? CommandLine : await services.GetRequiredService<PeopleDirectory>().FindAsync(personId);
        if (person is null)
        {
            await streams.Errors.WriteLineAsync($"Nobody here is called '{personId}'. Name a person by id.");
            return SomethingFailed;
        }

        var report = await services.GetRequiredService<ReadingsImport>().RunAsync(text, dryRun, person, Sight.Everything);
        foreach (var fault in report.Faults) await streams.Errors.WriteLineAsync($"line {fault.Line}: {fault.Text}");
        await using var output = new StreamWriter(streams.Output, leaveOpen: true);
        foreach (var skipped in report.Skipped) await output.WriteLineAsync($"line {skipped.Line}: {skipped.Text}");
        await output.WriteLineAsync(ImportText.Of(report, dryRun));
        return report.Faults.Count > 0 ? SomethingFailed : 0;
    }
}
