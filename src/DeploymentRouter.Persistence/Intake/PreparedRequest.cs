using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;

namespace DeploymentRouter.Persistence.Intake;

/// <summary>A line of a file as the request it becomes: decided and ready to be stored, whatever the playbook says by then.</summary>
internal sealed record PreparedRequest(int Line, string Key, Guid Id, IReadOnlyList<PreparedEntry> History)
{
    public static PreparedRequest Of(IntakeLine line, Request request) =>
        new(line.Line, line.Key, request.Id, [.. request.History.Select(entry => new PreparedEntry(entry.Number, entry.Act, entry.At, entry.By, HistoryJson.Write(entry.What)))]);

    public Request Filing(Playbook playbook) =>
        Request.FromFiling(Id, playbook, History.Select(entry => new HistoryEntry(entry.Number, entry.Act, entry.At, entry.By, HistoryJson.Read(entry.What))));
}

/// <summary>One entry, what happened as the history writes it.</summary>
internal sealed record PreparedEntry(int Number, int Act, DateTime At, Actor By, string What);
