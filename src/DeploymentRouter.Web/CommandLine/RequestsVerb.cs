using System.Globalization;
using DeploymentRouter.Persistence.Importing;
using DeploymentRouter.Persistence.Intake;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Web.Hosting;

namespace DeploymentRouter.Web.CommandLine;

/// <summary><c>requests import FILE --as PERSON</c>: files the requests of a table or of lines of JSON, by the rules of the intake page.</summary>
public static class RequestsVerb
{
    private const int SomethingFailed = 2;
    private const string Usage = "Usage: requests import FILE.csv|FILE.jsonl --as PERSON [--dry-run|--only-good]";

    /// <returns>0; or 2 when any line is wrong, or when nothing could be filed at all.</returns>
    public static async Task<int> RunAsync(string[] options, Streams streams)
    {
        var modes = options.Where(option => option is "--dry-run" or "--only-good").ToList();
        string[] words = [.. options.Except(modes, StringComparer.Ordinal)];
        if (words is not ["import", var path, "--as", var personId] || modes.Count > 1 || FormatOf(path) is not { } format)
            return await FailAsync(streams, Usage);
        if (!File.Exists(path)) return await FailAsync(streams, $"There is no file {path}.");
        await using var file = File.OpenRead(path);
        if (file.Length > ImportFile.MaxBytes) return await FailAsync(streams, string.Create(CultureInfo.InvariantCulture, $"{path} has more than {ImportFile.MaxBytes:N0} bytes. Split it."));

        var configuration = CommandConfiguration.Read();
        var load = await PlaybookStart.LoadAsync(configuration);
        if (load.Playbook is not { } playbook) return await FailAsync(streams, string.Join(Environment.NewLine, load.Faults));
        await using var services = await CommandServices.OpenAsync(configuration, playbook);
        if (await services.GetRequiredService<PeopleDirectory>().FindAsync(personId) is not { } person)
            return await FailAsync(streams, $"Nobody here is called '{personId}'. Name a person by id.");

        var mode = modes is ["--dry-run"] ? ImportMode.DryRun : modes is ["--only-good"] ? ImportMode.OnlyGood : ImportMode.AllOrNothing;
        return await TellAsync(await services.GetRequiredService<RequestsImport>().RunAsync(file, format, mode, person), mode, streams);
    }

    private static async Task<int> TellAsync(RequestsReport report, ImportMode mode, Streams streams)
    {
        foreach (var fault in report.Faults) await streams.Errors.WriteLineAsync($"line {fault.Line}: {fault.Text}");
        await using var output = new StreamWriter(streams.Output, leaveOpen: true);
        foreach (var skipped in report.Skipped) await output.WriteLineAsync($"line {skipped.Line}: {skipped.Text}");
        foreach (var filed in report.Filed) await output.WriteLineAsync($"line {filed.Line}: {filed.Key} is DR-{filed.Number}");
        await output.WriteLineAsync(mode is ImportMode.DryRun ? $"{report.Good} of {report.Rows} lines would be filed."
            : report.IsStored || report.Faults.Count == 0 ? $"{report.Filed.Count} of {report.Rows} lines were filed."
            : "Nothing was filed. Correct the file and try again.");
        return report.Faults.Count > 0 ? SomethingFailed : 0;
    }

    private static ImportFormat? FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".csv" => ImportFormat.Csv,
        ".jsonl" or ".ndjson" => ImportFormat.JsonLines,
        _ => null,
    };

    private static async Task<int> FailAsync(Streams streams, string why)
    {
        await streams.Errors.WriteLineAsync(why);
        return SomethingFailed;
    }
}
