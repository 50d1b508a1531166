using DeploymentRouter.Core.Growth;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Requests;

namespace DeploymentRouter.Persistence.Growth;

/// <summary>Records the readings of a file: all of them or, when anything is wrong, none. The same file again records nothing twice.</summary>
public sealed class ReadingsImport(RequestStore store, TimeProvider time)
{
    private const int Attempts = 5;

    /// <param name="dryRun">Says what would happen, and stores nothing.</param>
    public async Task<ImportReport> RunAsync(string text, bool dryRun, Person by, CancellationToken cancel = default)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var (report, changed) = await TryAsync(text, by, cancel);
            if (dryRun || report.Faults.Count > 0 || changed.Count == 0) return report;
            if (await store.SaveAllAsync(changed, cancel)) return report with { IsStored = true };
        }

        throw new TimeoutException($"The requests of the file are being written all the time; {Attempts} attempts to store it failed.");
    }

    private async Task<(ImportReport Report, IReadOnlyList<Request> Changed)> TryAsync(string text, Person by, CancellationToken cancel)
    {
        var (lines, wrong) = ReadingsFile.Read(text);
        var (faults, skipped, recorded) = (wrong.ToList(), new List<LineNote>(), 0);
        var requests = new Dictionary<int, Request?>();
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var line in lines)
        {
            if (!requests.TryGetValue(line.Request, out var request)) requests[line.Request] = request = await store.FindAsync(line.Request, cancel);
            if (request is null)
                faults.Add(new LineNote(line.Line, $"There is no {RequestNumber.Text(line.Request)}. Correct the number, or remove the line."));
            else if (request.Readings.FirstOrDefault(reading => IsSame(reading, line)) is { } same)
                skipped.Add(new LineNote(line.Line, same.Withdrawal is null ? "Recorded already, skipped." : "Was recorded and withdrawn, skipped."));
            else if (request.RecordReading(line.On, line.Users, line.Repositories, line.Source, by, now).Refusal is { } refusal)
                faults.Add(new LineNote(line.Line, $"{RequestNumber.Text(line.Request)}: {refusal.Sentence}"));
            else
                recorded++;
        }

        var changed = requests.Values.OfType<Request>().Where(request => request.NewEntries.Count > 0).ToList();
        return (new ImportReport(recorded, changed.Count, [.. faults.OrderBy(fault => fault.Line)], skipped), changed);
    }

    private static bool IsSame(Reading reading, ReadingsLine line) =>
        reading.IsOf(line.On, line.Source) && (reading.Users, reading.Repositories) == (line.Users, line.Repositories);
}

/// <summary>What became of a file, or would become of it.</summary>
/// <param name="Recorded">Readings that are new.</param>
/// <param name="Requests">Requests they belong to.</param>
/// <param name="Faults">Everything that is wrong, by line; with any, nothing is stored.</param>
/// <param name="Skipped">Lines that were recorded before.</param>
public sealed record ImportReport(int Recorded, int Requests, IReadOnlyList<LineNote> Faults, IReadOnlyList<LineNote> Skipped)
{
    public bool IsStored { get; init; }
}
