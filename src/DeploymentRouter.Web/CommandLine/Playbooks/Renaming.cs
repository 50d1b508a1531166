using System.Diagnostics.CodeAnalysis;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Web.CommandLine.Playbooks;

/// <summary>Gives strategies of an old playbook the ids that they have in the new one, so that a new id alone is no change.</summary>
internal static class Renaming
{
    public static bool TryApply(
        Playbook before, Playbook after, IReadOnlyList<(string Old, string New)> renamed,
        [NotNullWhen(true)] out Playbook? applied, [NotNullWhen(false)] out string? wrong)
    {
        (applied, wrong) = (before, null);
        if (renamed.Count == 0)
            return true;
        applied = null;
        wrong = WrongIn(before, after, renamed);
        if (wrong is not null)
            return false;
        var ids = renamed.ToDictionary(pair => pair.Old, pair => pair.New, StringComparer.Ordinal);
        var definition = before.Rules.Definition;
        definition = definition with
        {
            Outcomes = [.. definition.Outcomes.Select(Now)],
            Rules = [.. definition.Rules.Select(rule => rule with { Outcome = Now(rule.Outcome) })],
        };
        if (!RuleSet.TryCompile(definition, out var rules, out var faults))
            wrong = faults[0].Message;
        else
            applied = before with { Rules = rules, Strategies = [.. before.Strategies.Select(strategy => strategy with { Id = Now(strategy.Id) })] };
        return applied is not null;

        string Now(string id) => ids.GetValueOrDefault(id, id);
    }

    private static string? WrongIn(Playbook before, Playbook after, IReadOnlyList<(string Old, string New)> renamed)
    {
        foreach (var (old, now) in renamed)
        {
            if (!Has(before, old))
                return $"--renamed {old}={now}: The old playbook has no strategy '{old}'{Suggestion.For(old, before.Strategies.Select(one => one.Id))}";
            if (!Has(after, now))
                return $"--renamed {old}={now}: The new playbook has no strategy '{now}'{Suggestion.For(now, after.Strategies.Select(one => one.Id))}";
        }
        if (renamed.DistinctBy(pair => pair.Old, StringComparer.Ordinal).Count() < renamed.Count)
            return "--renamed: A strategy is renamed twice.";
        var kept = before.Strategies.Select(one => one.Id).Where(id => !renamed.Any(pair => string.Equals(pair.Old, id, StringComparison.Ordinal)));
        var twice = kept.Concat(renamed.Select(pair => pair.New)).GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any());
        return twice is null ? null : $"--renamed: Two strategies of the old playbook would be called '{twice.Key}'.";
    }

    private static bool Has(Playbook playbook, string id) => playbook.Strategies.Any(one => string.Equals(one.Id, id, StringComparison.Ordinal));
}
