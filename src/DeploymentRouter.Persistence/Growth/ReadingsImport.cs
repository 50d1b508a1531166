using DeploymentRouter.Core.Growth;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Requests;

namespace DeploymentRouter.Persistence.Growth;

/// <summary>
/// Records the readings of a file, or none of them when anything is wrong with it. It is checked whole, and then stored account by
/// account in short transactions, so that others go on working. The same file again records nothing twice, wherever it stopped.
/// </summary>
public sealed class ReadingsImport(RequestStore store, TimeProvider time)
{
    private const int Attempts = 5;

    /// <summary>So long others may wait for a part of a file.</summary>
    private static readonly TimeSpan Part = TimeSpan.FromMilliseconds(100);

    // Another process that waits for the database looks again every 25 ms at this age of its wait.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    /// <param name="dryRun">Says what would happen, and stores nothing.</param>
    public async Task<ImportReport> RunAsync(string text, bool dryRun, Person by, Sight sight, CancellationToken cancel = default)
    {
        var (lines, wrong) = ReadingsFile.Read(text);
        var read = await ApplyAsync(lines, by, sight, cancel);
        var report = read.Report with { Faults = [.. wrong.Concat(read.Report.Faults).OrderBy(fault => fault.Line)] };
        if (dryRun || report.Faults.Count > 0 || read.Changed.Count == 0) return report;
        return await StoreAsync(lines, read.Changed, report with { IsStored = true }, by, sight, cancel);
    }

    // What others do to an account meanwhile concerns the lines of that account alone; they are checked anew.
    private async Task<ImportReport> StoreAsync(IReadOnlyList<ReadingsLine> lines, IReadOnlyList<Request> changed, ImportReport report, Person by, Sight sight, CancellationToken cancel)
    {
        for (var attempt = 1; await StoreInPartsAsync(changed, cancel) is { Count: > 0 } overtaken; attempt++)
        {
            lines = [.. lines.Where(line => overtaken.Contains(line.Request))];
            var again = await ApplyAsync(lines, by, sight, cancel);
            var late = attempt < Attempts ? again.Report.Faults : [.. lines.Select(line => new LineNote(line.Line, $"{RequestNumber.Text(line.Request)} is being written all the time. Import the file again."))];
            report = report.With(late, again.Report.Skipped);
            if (attempt == Attempts) break;
            changed = again.Changed;
        }

        return report;
    }

    private async Task<HashSet<int>> StoreInPartsAsync(IReadOnlyList<Request> changed, CancellationToken cancel)
    {
        var overtaken = new HashSet<int>();
        for (var done = 0; done < changed.Count;)
        {
            if (done > 0) await Task.Delay(Pause, cancel);
            var part = await store.SavePartAsync([.. changed.Skip(done)], Part, cancel);
            overtaken.UnionWith(part.Overtaken.Select(request => request.Number));
            done += part.Count;
        }

        return overtaken;
    }

    private async Task<(ImportReport Report, IReadOnlyList<Request> Changed)> ApplyAsync(IReadOnlyList<ReadingsLine> lines, Person by, Sight sight, CancellationToken cancel)
    {
        var (faults, skipped, recorded) = (new List<LineNote>(), new List<LineNote>(), 0);
        var requests = new Dictionary<int, Request?>();
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var line in lines)
        {
            if (!requests.TryGetValue(line.Request, out var request)) requests[line.Request] = request = await store.FindToActAsync(line.Request, sight, cancel);
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
        return (new ImportReport(recorded, changed.Count, faults, skipped), changed);
    }

    private static bool IsSame(Reading reading, ReadingsLine line) =>
        reading.IsOf(line.On, line.Source) && (reading.Users, reading.Repositories) == (line.Users, line.Repositories);
}

/// <summary>What became of a file, or would become of it.</summary>
/// <param name="Recorded">Readings that are new.</param>
/// <param name="Requests">Requests they belong to.</param>
/// <param name="Faults">Everything that is wrong, by line. Found before anything is stored, nothing is; see <see cref="IsStored"/>.</param>
/// <param name="Skipped">Lines that were recorded before.</param>
public sealed record ImportReport(int Recorded, int Requests, IReadOnlyList<LineNote> Faults, IReadOnlyList<LineNote> Skipped)
{
    /// <summary>All was in order and is recorded, but for <see cref="Faults"/> that came up only then: somebody else wrote meanwhile.</summary>
    public bool IsStored { get; init; }

    /// <summary>The same after lines were found not to be recorded after all.</summary>
    internal ImportReport With(IReadOnlyList<LineNote> late, IReadOnlyList<LineNote> skipped)
    {
        List<LineNote> faults = [.. Faults.Concat(late).DistinctBy(note => note.Line).OrderBy(note => note.Line)];
        List<LineNote> passed = [.. Skipped.Concat(skipped).DistinctBy(note => note.Line).OrderBy(note => note.Line)];
        return this with { Recorded = Recorded - (faults.Count - Faults.Count) - (passed.Count - Skipped.Count), Faults = faults, Skipped = passed };
    }
}
