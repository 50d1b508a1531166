using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Requests;

/// <summary>Names of things by id. A history may speak of what a later playbook has dropped: then the id itself is the name.</summary>
public static class Named
{
    public static string Team(Playbook playbook, string id) => playbook.Teams.FirstOrDefault(t => t.Id == id)?.Name ?? TeamLook.ShortName(id);

    /// <summary>The strategy's short name; null while undecided.</summary>
    public static string? Strategy(Playbook playbook, string? id) =>
        id is null ? null : playbook.Strategies.FirstOrDefault(s => s.Id == id)?.ShortName ?? id;

    public static string Question(Playbook playbook, string id) => playbook.Questions.FirstOrDefault(q => q.Id == id)?.Label ?? id;

    public static string Field(Playbook playbook, string id) =>
        playbook.Strategies.SelectMany(s => s.Stages).SelectMany(s => s.Fields).FirstOrDefault(f => f.Id == id)?.Label ?? id;

    /// <summary>Strategies may name two of them alike: the one of the request's own comes first.</summary>
    public static string Operation(Playbook playbook, string id, string? strategyId) => playbook.Strategies.OrderBy(s => s.Id == strategyId ? 0 : 1)
        .SelectMany(s => s.Operations).FirstOrDefault(o => o.Id == id)?.Name ?? id;

    public static string Stage(Playbook playbook, string id, string? strategyId) =>
        playbook.Strategies.FirstOrDefault(s => s.Id == strategyId)?.Stages.FirstOrDefault(s => s.Id == id)?.Name
        ?? new[] { playbook.CommonStages.Answers, playbook.CommonStages.AfterDecline }.FirstOrDefault(s => s.Id == id)?.Name
        ?? id;

    public static string Reason(IEnumerable<ReasonCode> reasons, string id) => reasons.FirstOrDefault(r => r.Id == id)?.Label ?? id;

    /// <summary>"1 open answer", "2 open answers".</summary>
    public static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count} {many}";
}
