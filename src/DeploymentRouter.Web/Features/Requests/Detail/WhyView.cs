using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>Why this strategy, in the playbook's sentences; why not the others; and where that comes from.</summary>
/// <param name="Sentences">What decides, one sentence each.</param>
/// <param name="Possible">While undecided: what is still possible, and what each hinges on.</param>
/// <param name="Description">What the strategy is; null while undecided.</param>
/// <param name="Override">Who chose otherwise and why; null: nobody.</param>
public sealed record WhyView(
    string Title,
    IReadOnlyList<string> Sentences,
    IReadOnlyList<PossibleView> Possible,
    string? Description,
    OverrideView? Override,
    IReadOnlyList<RuledOutView> RuledOut,
    IReadOnlyList<RaisedFlag> Flags,
    string Source,
    IReadOnlyList<EarlierDecision> Earlier)
{
    public static WhyView Of(Request request)
    {
        var (playbook, decision) = (request.Playbook, request.Decision);
        return new WhyView(
            decision.Outcome is null ? "Not decided yet" : "Why this strategy",
            [.. SentencesOf(playbook, decision)],
            PossibleView.Of(request),
            playbook.Strategies.FirstOrDefault(s => s.Id == decision.Outcome)?.Description,
            OverrideView.Of(request),
            [.. decision.RuledOut.Select(out_ => new RuledOutView(Named.Strategy(playbook, out_.StrategyId)!, Because(out_.Sentence)))],
            decision.Flags,
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
    public static string Because(string clause) => clause.Length == 0 ? "" : char.ToUpperInvariant(clause[0]) + clause[1..].TrimEnd('.') + ".";

    private static string SourceOf(StoredDecision decision)
    {
        var row = decision.RowId is null ? "" : $", row {decision.RowId}";
        return FormattableString.Invariant($"Decided {decision.At:d MMM yyyy} by {decision.PlaybookName} {decision.PlaybookVersion}{row}.");
    }
}

/// <summary>A strategy that is still possible; <paramref name="Hinge"/> says what it hinges on, null: too much to say.</summary>
public sealed record PossibleView(string Strategy, string? Hinge)
{
    public static IReadOnlyList<PossibleView> Of(Request request)
    {
        if (request.Decision.Outcome is not null) return [];
        var (playbook, answers) = (request.Playbook, request.Answers);
        var hinges = new Hinges(playbook, answers, playbook.Rules.Decide(answers));
        return [.. request.Decision.Possible.Select(id => new PossibleView(Named.Strategy(playbook, id)!, hinges.Of(id)))];
    }
}

/// <summary>A strategy that is out, and the sentence that says why.</summary>
public sealed record RuledOutView(string Strategy, string Sentence);

/// <summary>A person chose another strategy than the rules did.</summary>
public sealed record OverrideView(string Strategy, string Computed, string By, DateTime At, string Reason, string Text)
{
    public static OverrideView? Of(Request request)
    {
        if (request.Override is not { } chosen) return null;
        var entry = request.History.Last(e => ReferenceEquals(e.What, chosen));
        return new OverrideView(
            Named.Strategy(request.Playbook, chosen.StrategyId)!,
            Named.Strategy(request.Playbook, request.Decision.Outcome) ?? "undecided",
            entry.By.Name,
            entry.At,
            Named.Reason(request.Playbook.OverrideReasons, chosen.ReasonCode),
            chosen.Text);
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
