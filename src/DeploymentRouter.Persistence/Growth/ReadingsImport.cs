using DeploymentRouter.Core.Growth;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Importing;
using DeploymentRouter.Persistence.Requests;

namespace DeploymentRouter.Persistence.Growth;

/// <summary>
/// Records the readings of a file. It is checked whole, and then stored account by account in short transactions, so that others go on
/// working. Once that begins all of it is stored, whoever goes away, and if the process ends, after the next start. The same file again records
/// nothing twice.
/// </summary>
public sealed class ReadingsImport(RequestStore store, ImportJournal journal, TimeProvider time)
{
    internal const string Kind = "readings";

    private const int Attempts = 5;

    // So many accounts are in memory at a time.
    private const int AtOnce = 200;

    /// <summary>So long others may wait for a part of a file.</summary>
    private static readonly TimeSpan Part = TimeSpan.FromMilliseconds(100);

    // Another process that waits for the database looks again every 25 ms at this age of its wait.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    /// <param name="dryRun">Says what would happen, and stores nothing.</param>
    public Task<ImportReport> RunAsync(string text, bool dryRun, Person by, Sight sight, CancellationToken cancel = default)
    {
        var (lines, wrong) = ReadingsFile.Read(text);
        return RunAsync(lines, wrong, dryRun ? ImportMode.DryRun : ImportMode.AllOrNothing, by, sight, cancel);
    }

    /// <param name="lines">What could be read of the file.</param>
    /// <param name="wrong">What could not.</param>
    /// <param name="cancel">Stops the checking. What is being stored is not stopped.</param>
    public async Task<ImportReport> RunAsync(IReadOnlyList<ReadingsLine> lines, IReadOnlyList<LineNote> wrong, ImportMode mode, Person by, Sight sight, CancellationToken cancel = default)
    {
        var report = new ImportReport(0, 0, wrong, []);
        foreach (var part in Parts([.. lines])) report = report.Beside((await ApplyAsync(part, by, sight, cancel)).Report);
        report = report with { Faults = [.. report.Faults.OrderBy(fault => fault.Line)], Skipped = [.. report.Skipped.OrderBy(skipped => skipped.Line)] };
        if (mode is ImportMode.DryRun || report.Recorded == 0 || (mode is ImportMode.AllOrNothing && report.Faults.Count > 0)) return report;

        var settled = report.Faults.Concat(report.Skipped).Select(note => note.Line).ToHashSet();
        var good = lines.Where(line => !settled.Contains(line.Line)).ToList();
        await using var prepared = new PreparedLines();
        foreach (var line in good) prepared.Add(line);
        report = report with { IsStored = true };
        await journal.RunAsync(Kind, by, prepared, async () =>
        {
            foreach (var part in Parts(good)) report = await StoreAsync(part, report, by, sight, CancellationToken.None);
        });
        return report;
    }

    /// <summary>Records what is left of what was prepared before, as <paramref name="by"/> was allowed to then.</summary>
    internal async Task<int> FinishAsync(PreparedLines prepared, Person by, CancellationToken cancel)
    {
        var lines = prepared.Read<ReadingsLine>().ToList();
        var report = new ImportReport(lines.Count, 0, [], []);
        foreach (var part in Parts(lines)) report = await StoreAsync(part, report, by, Sight.Everything, cancel);
        return report.Recorded;
    }

    private static List<List<ReadingsLine>> Parts(List<ReadingsLine> lines) =>
        [.. lines.GroupBy(line => line.Request).Chunk(AtOnce).Select(accounts => accounts.SelectMany(account => account).ToList())];

    // What others do to an account meanwhile concerns the lines of that account alone; they are checked anew.
    private async Task<ImportReport> StoreAsync(List<ReadingsLine> lines, ImportReport report, Person by, Sight sight, CancellationToken cancel)
    {
        for (var attempt = 0; lines.Count > 0; attempt++)
        {
            var (again, changed) = await ApplyAsync(lines, by, sight, cancel);
            var late = attempt < Attempts ? again.Faults : [.. lines.Select(line => new LineNote(line.Line, $"{RequestNumber.Text(line.Request)} is being written all the time. Import the file again."))];
            report = report.With(late, again.Skipped);
            if (attempt == Attempts) break;
            var overtaken = await StoreInPartsAsync(changed, cancel);
            lines = [.. lines.Where(line => overtaken.Contains(line.Request))];
        }

        return report;
    }

    private async Task<HashSet<int>> StoreInPartsAsync(IReadOnlyList<Request> changed, CancellationToken cancel)
    {
        var overtaken = new HashSet<int>();
        for (var done = 0; done < changed.Count;)
        {
            var part = await store.SavePartAsync([.. changed.Skip(done)], Part, cancel);
            overtaken.UnionWith(part.Overtaken.Select(request => request.Number));
            done += part.Count;
            await Task.Delay(Pause, cancel);
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
