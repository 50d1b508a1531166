using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Persistence.Importing;
using DeploymentRouter.Persistence.Requests;

namespace DeploymentRouter.Persistence.Intake;

/// <summary>
/// Files the requests of a file, by the checks of the intake page. It is checked whole, and then stored in short transactions, so that others
/// go on working. Once that begins all of it is stored, whoever goes away, and if the process ends, after the next start. A line whose key was
/// filed before is passed over, so that the same file again files nothing twice.
/// </summary>
public sealed class RequestsImport(RequestStore store, PlaybookInForce playbook, ImportJournal journal, TimeProvider time)
{
    internal const string Kind = "requests";

    // So many requests are in memory at a time.
    private const int AtOnce = 200;

    /// <summary>So long others may wait for a part of a file.</summary>
    private static readonly TimeSpan Part = TimeSpan.FromMilliseconds(100);

    // Another process that waits for the database looks again every 25 ms at this age of its wait.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    /// <param name="cancel">Stops the checking. What is being stored is not stopped.</param>
    public async Task<RequestsReport> RunAsync(Stream file, ImportFormat format, ImportMode mode, Person by, CancellationToken cancel = default)
    {
        var (inForce, now) = (playbook.Current, time.GetUtcNow().UtcDateTime);
        var check = new RequestsCheck(inForce, by, now);
        var report = new RequestsReport();
        await using var prepared = new PreparedLines();
        foreach (var rows in ImportFile.Read(file, format, columns => IntakeLine.HeaderFault(columns, inForce)).Chunk(AtOnce))
        {
            foreach (var (line, request) in await CheckAsync(rows, check, report, cancel))
            {
                report.Good++;
                if (mode is not ImportMode.DryRun) prepared.Add(PreparedRequest.Of(line, request));
            }
        }

        if (mode is ImportMode.DryRun || report.Good == 0 || (mode is ImportMode.AllOrNothing && report.Faults.Count > 0)) return report;

        await journal.RunAsync(Kind, by, prepared, async () =>
        {
            // While lines are kept no other playbook is put in force; before, one may have been.
            report.IsStored = ReferenceEquals(playbook.Current, inForce);
            if (report.IsStored) await StoreAsync(prepared, report, CancellationToken.None);
            else report.Faults.Add(new LineNote(1, "Another playbook was put in force meanwhile. Import the file again."));
        });
        return report;
    }

    /// <summary>Files what is left of what was prepared before.</summary>
    internal async Task<int> FinishAsync(PreparedLines prepared, CancellationToken cancel)
    {
        var report = new RequestsReport();
        await StoreAsync(prepared, report, cancel);
        return report.Filed.Count;
    }

    // The lines that are right and were not filed before.
    private async Task<List<(IntakeLine Line, Request Request)>> CheckAsync(ImportRow[] rows, RequestsCheck check, RequestsReport report, CancellationToken cancel)
    {
        var lines = new List<(IntakeLine Line, Request Request)>();
        foreach (var row in rows)
        {
            report.Rows++;
            var (line, request, fault) = check.Read(row);
            if (fault is not null) report.Faults.Add(new LineNote(row.Line, fault));
            else lines.Add((line!, request!));
        }

        var filed = await store.FiledAsync([.. lines.Select(line => line.Line.SubmissionKey)], cancel);
        foreach (var (line, request) in lines)
        {
            if (!filed.TryGetValue(line.SubmissionKey, out var before)) continue;
            if (SaysTheSame(before.What, request)) report.Skipped.Add(Skipped(line.Line, before.Number));
            else report.Faults.Add(new LineNote(line.Line, $"The key has filed {RequestNumber.Text(before.Number)}, which says something else. Use a new key for a new request."));
        }

        return lines.FindAll(line => !filed.ContainsKey(line.Line.SubmissionKey));
    }

    private async Task StoreAsync(PreparedLines prepared, RequestsReport report, CancellationToken cancel)
    {
        foreach (var lines in prepared.Read<PreparedRequest>().Chunk(AtOnce))
        {
            var inForce = playbook.Current;
            var left = lines.Select(line => (Request: line.Filing(inForce), IntakeLine.SubmissionKeyOf(line.Key))).ToList();
            for (var done = 0; done < lines.Length;)
            {
                var part = await store.AddPartAsync(left[done..], Part, cancel);
                foreach (var (became, line) in part.Zip(lines.Skip(done)))
                {
                    if (became.IsNew) report.Filed.Add(new FiledLine(line.Line, line.Key, became.Number));
                    else report.Skipped.Add(Skipped(line.Line, became.Number));
                }

                done += part.Count;
                await Task.Delay(Pause, cancel);
            }
        }
    }

    private static LineNote Skipped(int line, int number) => new(line, $"Filed already as {RequestNumber.Text(number)}, skipped.");

    private static bool SaysTheSame(Opened before, Request asked)
    {
        var now = (Opened)asked.History[0].What;
        return before.Customer == now.Customer && before.Answers.Equals(now.Answers);
    }
}
