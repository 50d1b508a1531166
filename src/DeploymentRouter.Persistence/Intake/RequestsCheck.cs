using System.Globalization;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Importing;

namespace DeploymentRouter.Persistence.Intake;

/// <summary>Reads lines of a file as the intake page would read what somebody typed.</summary>
internal sealed class RequestsCheck(Playbook playbook, Person by, DateTime now)
{
    private readonly IntakeReader _reader = new(playbook);
    private readonly Dictionary<Guid, int> _keys = [];

    /// <summary>The line as the request it would become, or what is wrong with it. Each is read once, in the order of the file.</summary>
    public (IntakeLine? Line, Request? Request, string? Fault) Read(ImportRow row)
    {
        var (line, fault) = IntakeLine.Read(row, playbook);
        if (line is null) return (null, null, fault);
        if (!_keys.TryAdd(line.SubmissionKey, row.Line))
            return (null, null, string.Create(CultureInfo.InvariantCulture, $"The key is that of line {_keys[line.SubmissionKey]}. Give each line its own."));
        var reading = _reader.Read(IntakeLine.DraftOf(line.SubmissionKey, line.Fields, by.Id, now), DateOnly.FromDateTime(now));
        if (reading.Problems.Count > 0) return (line, null, Sentence(reading.Problems));
        var (request, refusal) = Request.Open(Guid.CreateVersion7(), playbook, reading.Facts, reading.Answers, reading.Notes, by, now);
        return (line, request, refusal?.Sentence);
    }

    private static string Sentence(IReadOnlyList<FieldProblem> problems) => string.Join(" ", problems.Select(problem => $"{problem.Key}: {problem.Message}."));
}
