using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Core.Requests;

/// <summary>Says what a running request would lose with another playbook, so that nobody could go on with it.</summary>
/// <remarks>What has ended is read and not worked on: it holds no playbook back, and goes by the ids of what is gone.</remarks>
public static class Stranded
{
    /// <summary>What is gone of that which the request stands in or waits for, in the words of the playbook before; empty: nothing.</summary>
    /// <param name="request">As the other playbook reads it.</param>
    /// <param name="before">The playbook whose words people know.</param>
    public static IReadOnlyList<string> By(Request request, Playbook before) => [.. Gone(request, before).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Gone(Request request, Playbook before)
    {
        var (visit, after) = (request.Current, request.Playbook);
        if (request.OwnerTeamId is { } owner)
        {
            if (request.StrategyId is { } strategy && after.Strategies.All(one => one.Id != strategy)) yield return $"the strategy {before.Strategy(strategy).ShortName}";
            else if (IsStageGone(visit, after)) yield return $"the stage {NameOf(visit, before)}";
            if (!Has(after, owner)) yield return TeamText(before, owner);
            foreach (var question in OpenQuestions(request).Where(id => after.Questions.All(one => one.Id != id)))
                yield return $"the open question “{before.Questions.FirstOrDefault(one => one.Id == question)?.Label ?? question}”";
        }

        if (request.OpenOperation is not { } run) yield break;
        if (request.StrategyId is null || after.Strategy(request.StrategyId).Operations.All(one => one.Id != run.Operation.Id))
            yield return $"the operation {before.Strategies.SelectMany(one => one.Operations).FirstOrDefault(one => one.Id == run.Operation.Id)?.Name ?? run.Operation.Id}";
        if (!Has(after, run.TeamId)) yield return TeamText(before, run.TeamId);
    }

    private static bool IsStageGone(StageVisit visit, Playbook after) => visit.StrategyId is { } strategy
        ? after.Strategy(strategy).Stages.All(stage => stage.Id != visit.Stage.Id)
        : visit.Stage.Id != after.CommonStages.Answers.Id && visit.Stage.Id != after.CommonStages.AfterDecline.Id;

    private static IEnumerable<string> OpenQuestions(Request request) =>
        request.StrategyId is null && request.State is not RequestState.Withdrawn ? request.Decision.OpenQuestions : [];

    private static bool Has(Playbook playbook, string teamId) => playbook.Teams.Any(team => team.Id == teamId);

    private static string TeamText(Playbook before, string id) => $"the team {before.Teams.FirstOrDefault(team => team.Id == id)?.Name ?? id}";

    private static string NameOf(StageVisit visit, Playbook before)
    {
        IEnumerable<Stage> stages = visit.StrategyId is { } strategy ? before.Strategy(strategy).Stages : [before.CommonStages.Answers, before.CommonStages.AfterDecline];
        return stages.FirstOrDefault(stage => stage.Id == visit.Stage.Id)?.Name ?? visit.Stage.Id;
    }
}
