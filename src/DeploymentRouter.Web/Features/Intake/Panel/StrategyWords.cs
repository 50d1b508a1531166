using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Web.Features.Intake.Panel;

/// <summary>Strategies as a line calls them.</summary>
public static class StrategyWords
{
    /// <summary>"Cloud", or "Cloud, waiting on Cloud" once only a marked row of it is left.</summary>
    public static string Name(Playbook playbook, string strategyId, IReadOnlyList<Rule> rows)
    {
        var marks = rows.Where(row => row.Outcome == strategyId).Select(row => playbook.Row(row.Id).Mark).Distinct(StringComparer.Ordinal).ToList();
        var name = playbook.Strategy(strategyId).ShortName;
        return marks is [{ } mark] ? $"{name}, {mark}" : name;
    }

    /// <summary>The deciding row's sentence; null while several rows of the outcome compete.</summary>
    public static string? Because(Playbook playbook, Decision decision) =>
        decision.Rule is { } rule ? playbook.Row(rule.Id).Because : null;

    /// <summary>"Cloud or One-Click".</summary>
    public static string Either(IReadOnlyList<string> names) =>
        names.Count <= 1 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} or {names[^1]}";
}
