using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Web.Features.Queues;

/// <summary>The stages in which something can wait for a team, in the order in which requests pass them.</summary>
public static class TeamStages
{
    public static IReadOnlyList<Stage> Of(Playbook playbook, string teamId)
    {
        IEnumerable<Stage> common =
        [
            .. playbook.Questions.Any(question => question.AnsweredBy == teamId) ? [playbook.CommonStages.Answers] : (Stage[])[],
            .. playbook.CommonStages.AfterDecline.OwnerTeamId == teamId ? [playbook.CommonStages.AfterDecline] : (Stage[])[],
        ];
        return
        [
            .. playbook.Strategies.SelectMany(strategy => strategy.Stages)
                .Where(stage => stage.Kind is not StageKind.OpenEnded && (stage.OwnerTeamId == teamId || stage.ReceiverTeamId == teamId))
                .Concat(common)
                .DistinctBy(stage => stage.Id, StringComparer.Ordinal),
        ];
    }
}
