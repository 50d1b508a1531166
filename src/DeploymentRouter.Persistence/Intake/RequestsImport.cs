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
/// go on working. A line whose key was filed before is passed over, so that the same file again files nothing twice, wherever it stopped.
/// </summary>
public sealed class RequestsImport(RequestStore store, PlaybookInForce playbook, TimeProvider time)
{
    // So many requests are in memory at a time.
    private const int AtOnce = 200;

    /// <summary>So long others may wait for a part of a file.</summary>
    private static readonly TimeSpan Part = TimeSpan.FromMilliseconds(100);

    // Another process that waits for the database looks again every 25 ms at this age of its wait.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    /// <param name="file">Can be read again from its beginning.</param>
    public async Task<RequestsReport> RunAsync(Stream file, ImportFormat format, ImportMode mode, Person by, CancellationToken cancel = default)
    {
        var (inForce, now) = (playbook.Current, time.GetUtcNow().UtcDateTime);
        IEnumerable<ImportRow> Rows() => ImportFile.Read(file, format, columns => IntakeLine.HeaderFault(columns, inForce));
        var check = new RequestsCheck(inForce, by, now);

        var report = new RequestsReport();
        foreach (var rows in Rows().Chunk(AtOnce)) await CheckAsync(rows, check, report, cancel);
        if (mode is ImportMode.DryRun || report.Good == 0 || (mode is ImportMode.AllOrNothing && report.Faults.Count > 0)) return report;

        report.IsStored = true;
        var settled = report.Faults.Concat(report.Skipped).Select(note => note.Line).ToHashSet();
        try
        {
            foreach (var rows in Rows().Where(row => !settled.Contains(row.Line)).Chunk(AtOnce)) await StoreAsync(rows, check, report, cancel);
        }
        catch (PlaybookReplacedException)
        {
            report.Faults.Add(new LineNote(report.Filed.Count == 0 ? 1 : report.Filed[^1].Line + 1, "Another playbook was put in force meanwhile. Import the file again: what is filed is passed over."));
        }

        return report;
    }

    private async Task CheckAsync(ImportRow[] rows, RequestsCheck check, RequestsReport report, CancellationToken cancel)
    {
        var lines = new List<(IntakeLine Line, Request Request)>();
        foreach (var row in rows)
        {
            report.Rows++;
            var (line, request, fault) = check.First(row);
            if (fault is not null) report.Faults.Add(new LineNote(row.Line, fault));
            else lines.Add((line!, request!));
        }

        var filed = await store.NumbersFiledAsync([.. lines.Select(line => line.Line.SubmissionKey)], cancel);
        foreach (var (line, request) in lines)
        {
            if (!filed.TryGetValue(line.SubmissionKey, out var before)) report.Good++;
            else if (SaysTheSame((await store.FindToActAsync(before, Sight.Everything, cancel))!, request)) report.Skipped.Add(new LineNote(line.Line, $"Filed already as {RequestNumber.Text(before)}, skipped."));
            else report.Faults.Add(new LineNote(line.Line, $"The key has filed {RequestNumber.Text(before)}, which says something else. Use a new key for a new request."));
        }
    }

    private async Task StoreAsync(ImportRow[] rows, RequestsCheck check, RequestsReport report, CancellationToken cancel)
    {
        var read = rows.Select(check.Read).ToList();
        for (var done = 0; done < read.Count;)
        {
            var part = await store.AddPartAsync([.. read.Skip(done).Select(one => (one.Request!, one.Line!.SubmissionKey))], Part, cancel);
            report.Filed.AddRange(part.Zip(read.Skip(done), (stored, one) => new FiledLine(one.Line!.Line, one.Line.Key, stored.Number)));
            done += part.Count;
            await Task.Delay(Pause, cancel);
        }
    }

    private static bool SaysTheSame(Request filed, Request asked)
    {
        var (before, now) = ((Opened)filed.History[0].What, (Opened)asked.History[0].What);
        return before.Customer == now.Customer && before.Answers.Equals(now.Answers);
    }
}
