using DeploymentRouter.Core.Explaining;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>Why this strategy, why not the others, what would change it, and where all that comes from.</summary>
/// <param name="Sentences">What decides, in the playbook's words, one sentence each.</param>
/// <param name="InShort">Three plain sentences to read aloud.</param>
/// <param name="Description">What the strategy is; null while undecided.</param>
/// <param name="Override">Who chose otherwise and why; null: nobody.</param>
/// <param name="Open">While undecided: what it hangs on; null: decided.</param>
/// <param name="CarryingFirst">Whoever reviews looks at the answers before anything else.</param>
/// <param name="Notice">Why something is not explained, or what the explanation is about; null: it is about what happens.</param>
public sealed record WhyView(
    string Title,
    IReadOnlyList<string> Sentences,
    IReadOnlyList<string> InShort,
    string? Description,
    OverrideView? Override,
    OpenView? Open,
    CarryingView Carrying,
    bool CarryingFirst,
    IReadOnlyList<RuledOutView> RuledOut,
    IReadOnlyList<RaisedFlag> Flags,
    string? Notice,
    string Source,
    IReadOnlyList<EarlierDecision> Earlier)
{
    public static WhyView Of(Request request, Person reader)
    {
        var (playbook, decision) = (request.Playbook, request.Decision);
        // The rules in force explain only what they decided themselves.
        var explanation = decision.IsBy(playbook) ? Explanation.Of(playbook, decision.Answers) : null;
        return new WhyView(
            decision.Outcome is null ? "Not decided yet" : "Why this strategy",
            [.. SentencesOf(playbook, decision)],
            ThreeSentences.Of(request, explanation),
            playbook.Strategies.FirstOrDefault(s => s.Id == decision.Outcome)?.Description,
            OverrideView.Of(request),
            OpenView.Of(request, explanation),
            CarryingView.Of(request, explanation),
            Reviews(playbook, reader),
            RuledOutView.Of(request, explanation),
            decision.Flags,
            OtherRules.Notice(request),
            SourceOf(decision),
            [.. request.Decisions.SkipLast(1).Reverse().Select(earlier => EarlierDecision.Of(playbook, earlier))]);
    }

    /// <summary>What decides: the row's sentence, or what is still possible and what it hangs on.</summary>
    public static IEnumerable<string> SentencesOf(Playbook playbook, StoredDecision decision)
    {
        if (decision.Outcome is { } outcome)
        {
            yield return decision.Because ?? $"Every way the open answers can turn out leads to {Named.Strategy(playbook, outcome)}.";
            if (decision.Mark is not null) yield return $"It is {decision.Mark}.";
            yield break;
        }

        yield return $"It hangs on {Named.Count(decision.OpenQuestions.Count, "open answer", "open answers")}.";
    }

    /// <summary>A clause of the rules as a sentence of its own.</summary>
    public static string Because(string clause) => clause.Length == 0 ? "" : $"{Wording.Capital(clause).TrimEnd('.')}.";

    private static bool Reviews(Playbook playbook, Person reader) =>
        playbook.Strategies.SelectMany(strategy => strategy.Stages).Any(stage => stage.Kind is StageKind.Review && stage.OwnerTeamId == reader.TeamId);

    private static string SourceOf(StoredDecision decision)
    {
        var row = decision.RowId is null ? "" : $", row {decision.RowId}";
        return FormattableString.Invariant($"Decided {decision.At:d MMM yyyy} by {decision.PlaybookName} {decision.PlaybookVersion}{row}.");
    }
}

/// <summary>A decision that later answers replaced.</summary>
public sealed record EarlierDecision(DateTime At, string Outcome, string? Sentence, string Source)
{
    public static EarlierDecision Of(Playbook playbook, StoredDecision decision) => new(
        decision.At,
        Named.Strategy(playbook, decision.Outcome) ?? "Undecided",
        decision.Because,
        FormattableString.Invariant($"{decision.PlaybookName} {decision.PlaybookVersion}{(decision.RowId is null ? "" : $", row {decision.RowId}")}"));
}
