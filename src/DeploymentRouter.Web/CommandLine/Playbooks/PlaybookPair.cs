using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Playbooks;

namespace DeploymentRouter.Web.CommandLine.Playbooks;

/// <summary>Two playbooks side by side.</summary>
/// <param name="Before">With its strategies under the ids that they have afterwards.</param>
internal sealed record PlaybookPair(Playbook Before, Playbook After, RuleSetComparison Comparison, IReadOnlyList<TextDifference> Text)
{
    /// <summary>How an answer that a playbook does not take is told apart from one that needs more information.</summary>
    public const string NotAnAnswer = "(not an answer)";

    /// <summary>Null where they cannot be read or compared, and standard error says why.</summary>
    public static async Task<PlaybookPair?> LoadAsync(PlaybookArguments arguments, Streams streams)
    {
        var (old, revised) = await PlaybookSource.PairAsync(arguments, streams);
        var before = old is null ? null : await old.LoadAsync(streams);
        var after = revised is null ? null : await revised.LoadAsync(streams);
        if (before is null || after is null)
            return null;
        var pair = Of(before, old!.Utf8, after, revised!.Utf8, arguments.Renamed, out var wrong);
        if (pair is null)
            await streams.Errors.WriteLineAsync(wrong);
        return pair;
    }

    /// <summary>Null where they cannot be compared, and <paramref name="wrong"/> says why.</summary>
    public static PlaybookPair? Of(Playbook before, byte[] old, Playbook after, byte[] revised, IReadOnlyList<(string Old, string New)> renamed, out string? wrong)
    {
        if (!Renaming.TryApply(before, after, renamed, out var applied, out wrong))
            return null;
        if (RuleSetComparison.TryMake(applied.Rules, after.Rules, out var comparison, out var fault))
            return new PlaybookPair(applied, after, comparison, PlaybookText.Differences(old, revised));
        wrong = $"{PlaybookRules.PathOf(fault.Where)}: {fault.Message}";
        return null;
    }

    /// <summary>A strategy by name; null: the playbook does not take such answers.</summary>
    public static string Name(Playbook playbook, string? strategyId) =>
        strategyId is null ? NotAnAnswer : playbook.Strategy(strategyId).ShortName;

    /// <summary>The answers to questions that a playbook has.</summary>
    public static AnswerSet Known(Playbook playbook, AnswerSet answers)
    {
        var known = playbook.Questions.Select(question => question.Id).ToHashSet(StringComparer.Ordinal);
        return AnswerSet.Of(answers.ByQuestion.Where(pair => known.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal));
    }

    /// <summary>The words of both: of the new one, and of the old one for questions that are gone.</summary>
    public PlaybookRules Rules => PlaybookRules.Of(After) with { Questions = Questions };

    /// <summary>The questions of both; one that both have takes every answer that either takes.</summary>
    public IReadOnlyList<PlaybookQuestion> Questions
    {
        get
        {
            var old = Before.Questions.ToDictionary(question => question.Id, StringComparer.Ordinal);
            return
            [
                .. After.Questions.Select(question => old.Remove(question.Id, out var earlier) ? Joined(earlier, question) : question),
                .. Before.Questions.Where(question => old.ContainsKey(question.Id)),
            ];
        }
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
