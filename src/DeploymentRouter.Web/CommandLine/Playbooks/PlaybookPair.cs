using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Web.CommandLine.Playbooks;

/// <summary>Two playbooks side by side.</summary>
internal static class PlaybookPair
{
    /// <summary>Both; one that has faults is null, and standard error says why.</summary>
    public static async Task<(Playbook? Before, Playbook? After)> LoadAsync(PlaybookArguments arguments, Streams streams)
    {
        var (before, after) = await PlaybookSource.PairAsync(arguments, streams);
        return (
            before is null ? null : await before.LoadAsync(streams),
            after is null ? null : await after.LoadAsync(streams));
    }

    /// <summary>Null where they cannot be compared, and standard error says why.</summary>
    public static async Task<RuleSetComparison?> CompareAsync(Playbook before, Playbook after, Streams streams)
    {
        if (RuleSetComparison.TryMake(before.Rules, after.Rules, out var comparison, out var fault))
            return comparison;
        await streams.Errors.WriteLineAsync($"{PlaybookRules.PathOf(fault.Where)}: {fault.Message}");
        return null;
    }

    /// <summary>A strategy by name; null: the playbook does not take such answers.</summary>
    public static string Name(Playbook playbook, string? strategyId) =>
        strategyId is null ? "(not an answer)" : playbook.Strategy(strategyId).ShortName;

    /// <summary>The words of both: of the new one, and of the old one for questions that are gone.</summary>
    public static PlaybookRules Rules(Playbook before, Playbook after) => PlaybookRules.Of(after) with { Questions = Questions(before, after) };

    /// <summary>The questions of both; one that both have takes every answer that either takes.</summary>
    public static IReadOnlyList<PlaybookQuestion> Questions(Playbook before, Playbook after)
    {
        var old = before.Questions.ToDictionary(question => question.Id, StringComparer.Ordinal);
        return
        [
            .. after.Questions.Select(question => old.Remove(question.Id, out var earlier) ? Joined(earlier, question) : question),
            .. before.Questions.Where(question => old.ContainsKey(question.Id)),
        ];
    }

    private static PlaybookQuestion Joined(PlaybookQuestion before, PlaybookQuestion after) => after with
    {
        Domain = (before.Domain, after.Domain) switch
        {
            (OneOfDomain one, OneOfDomain other) => new OneOfDomain([.. other.Values.Union(one.Values, StringComparer.Ordinal)]),
            (AnyOfDomain one, AnyOfDomain other) => new AnyOfDomain(
                [.. other.Values.Union(one.Values, StringComparer.Ordinal)], Math.Min(one.Minimum, other.Minimum)),
            (WholeNumberDomain one, WholeNumberDomain other) => new WholeNumberDomain(
                Math.Min(one.Minimum, other.Minimum), Math.Max(one.Maximum, other.Maximum)),
            (_, var domain) => domain,
        },
        Values = [.. after.Values.UnionBy(before.Values, value => value.Id, StringComparer.Ordinal)],
    };
}
