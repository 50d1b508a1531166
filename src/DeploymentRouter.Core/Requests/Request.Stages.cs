using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests.History;

namespace DeploymentRouter.Core.Requests;

/// <content>What the stages of the playbook mean for a request.</content>
public sealed partial class Request
{
    private RequestState StateOf(Stage stage) =>
        IsAnswering(stage) ? RequestState.NeedsInformation
        : IsAfterDecline(stage.Id) ? RequestState.Declined
        : RequestState.InProgress;

    private bool IsAnswering(Stage stage) => stage.Id == Playbook.CommonStages.Answers.Id;

    private bool IsAfterDecline(string stageId) =>
        string.Equals(stageId, Playbook.CommonStages.AfterDecline.Id, StringComparison.Ordinal);

    private StageVisit? LastVisitOf(string stageId) =>
        _visits.FindLast(visit => string.Equals(visit.Stage.Id, stageId, StringComparison.Ordinal));

    // A later playbook may have dropped the stage: the past stays readable.
    private Stage FindStage(StageStarted started)
    {
        IEnumerable<Stage> candidates = started.StrategyId is null
            ? [Playbook.CommonStages.Answers, Playbook.CommonStages.AfterDecline]
            : Playbook.Strategies.FirstOrDefault(s => string.Equals(s.Id, started.StrategyId, StringComparison.Ordinal))?.Stages ?? [];
        return candidates.FirstOrDefault(stage => string.Equals(stage.Id, started.StageId, StringComparison.Ordinal))
            ?? new Stage(started.StageId, started.StageId, StageKind.Work, started.TeamId, [], null, "Complete", [], [], []);
    }
}
