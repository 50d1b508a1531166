using System.Globalization;
using System.Text;
using DeploymentRouter.Core.Clocks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Playbooks;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.CommandLine.Playbooks;
using DeploymentRouter.Web.Hosting;

namespace DeploymentRouter.Web.CommandLine.Clocks;

/// <summary><c>clock preview</c>: what a playbook would make of the clocks of the stored requests. It reads and never writes.</summary>
public static class PreviewVerb
{
    private const int NumbersNamed = 20;

    /// <param name="configuration">Where the data directory and the playbook in force are.</param>
    /// <returns>0; or 2 when the playbook or the data could not be read.</returns>
    public static async Task<int> RunAsync(string[] words, Streams streams, IConfiguration configuration, TimeProvider time)
    {
        if (!TryReadOptions(words, out var file, out var json))
            return await streams.RefuseAsync($"Name a playbook with --playbook FILE.\n\n{ClockVerb.Usage}");
        var (before, after) = (await PlaybookStart.LoadAsync(configuration), PlaybookFile.LoadFrom(file!));
        if (before.Playbook is null || after.Playbook is null)
        {
            await streams.WriteFaultsAsync([.. before.Faults, .. after.Faults]);
            return ClockVerb.Unusable;
        }

        var (histories, refused) = await StoredHistories.OpenAsync(DataDirectory.PathFrom(configuration));
        if (histories is null) return await streams.RefuseAsync(refused!);
        using var opened = histories;
        var preview = new ClockPreview(before.Playbook, after.Playbook, time.GetUtcNow().UtcDateTime);
        await foreach (var stored in histories.AllAsync()) preview.Add(stored.Id, stored.Number, stored.Entries);
        if (json) await PlaybookJson.WriteAsync(streams, writer => PreviewJson.Write(writer, preview));
        else await streams.WriteAsync(Words(preview));
        return ClockVerb.AllFine;
    }

    private static bool TryReadOptions(string[] words, out string? file, out bool json)
    {
        (file, json) = (null, false);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == "--json" && !json) json = true;
            else if (words[i] == "--playbook" && file is null && i + 1 < words.Length && words[i + 1].Length > 0) file = words[++i];
            else return false;
        }

        return file is not null;
    }

    private static string Words(ClockPreview preview)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{preview.Open:N0} open requests on {preview.Now:ddd d MMM yyyy HH:mm} UTC, by {Name(preview.Before)} and by {Name(preview.After)}.\n");
        text.Append(CultureInfo.InvariantCulture, $"Late: {preview.LateBefore:N0}, would be {preview.LateAfter:N0}.\n");
        text.Append(CultureInfo.InvariantCulture, $"  {preview.BecomeLate.Count:N0} would become late{Numbers(preview.BecomeLate)}\n");
        text.Append(CultureInfo.InvariantCulture, $"  {preview.StopBeingLate.Count:N0} would stop being late{Numbers(preview.StopBeingLate)}\n");
        text.Append(CultureInfo.InvariantCulture, $"Stages and operations that ended from {preview.QuarterFrom:d MMM yyyy} to {preview.QuarterUntil:d MMM yyyy}, in time of those with a promise:\n");
        foreach (var stage in preview.Stages.Where(stage => stage.Before.Ended + stage.After.Ended > 0).Append(preview.Total))
            text.Append(CultureInfo.InvariantCulture, $"  {stage.Name,-32} {Part(stage.Before),-18} would be {Part(stage.After)}\n");
        return text.ToString();
    }

    private static string Name(Core.Playbooks.Playbook playbook) => string.Create(CultureInfo.InvariantCulture, $"{playbook.Name} {playbook.Version}");

    private static string Numbers(IReadOnlyList<int> numbers) => numbers.Count == 0 ? ""
        : string.Create(
            CultureInfo.InvariantCulture,
            $": {string.Join(", ", numbers.Take(NumbersNamed).Select(RequestNumber.Text))}{(numbers.Count > NumbersNamed ? $" and {numbers.Count - NumbersNamed} more" : "")}");

    private static string Part(Attainment part) => part.Ended == 0 ? "none promised"
        : string.Create(CultureInfo.InvariantCulture, $"{part.Met:N0} of {part.Ended:N0} ({100.0 * part.Met / part.Ended:0.#} %)");
}
