namespace DeploymentRouter.Decisions;

/// <summary>What a rule set says of one answer set. Exact: see <see cref="RuleSet.Decide"/>.</summary>
/// <param name="Possible">The outcomes that some completion of the open answers still reaches; ordinal order, never empty.</param>
/// <param name="Open">The open questions on which the outcome still depends; ordinal order; empty once one outcome is left.</param>
/// <param name="PossibleRules">The rows that some completion still reaches, in table order.</param>
public sealed record Decision(
    IReadOnlyList<string> Possible,
    IReadOnlyList<Question> Open,
    IReadOnlyList<Rule> PossibleRules)
{
    /// <summary>The outcome once one is left, else null.</summary>
    public string? Outcome => Possible.Count == 1 ? Possible[0] : null;

    /// <summary>The deciding row once one is left, else null: several rows of one outcome may still compete.</summary>
    public Rule? Rule => PossibleRules.Count == 1 ? PossibleRules[0] : null;
}

/// <summary>Whether a question is asked, given the answers so far.</summary>
public enum Asking
{
    /// <summary>Asked, whatever the open answers turn out to be.</summary>
    Asked,

    /// <summary>Hangs on an open answer: offered as "may not be needed".</summary>
    MayBeAsked,

    /// <summary>Not asked, whatever the open answers turn out to be. An answer it has is kept and not used.</summary>
    NotAsked,
}

/// <summary>Why an outcome cannot be reached any more.</summary>
/// <param name="Outcome">The outcome that is ruled out.</param>
/// <param name="Answers">Ids of a minimal set of given answers that alone rule it out; ordinal order.</param>
/// <param name="Reasons">Sentences of the rule set that say it, most specific first, none twice; never empty.</param>
public sealed record RuledOut(string Outcome, IReadOnlyList<string> Answers, IReadOnlyList<Reason> Reasons);

/// <summary>One reason: a condition, a row or a single answer speaks.</summary>
/// <param name="Kind">Who speaks.</param>
/// <param name="Id">Condition id, row id, or question id.</param>
/// <param name="Sentence">Its sentence as written in the rule set, placeholders unfilled; null for <see cref="ReasonKind.Answer"/>.</param>
public sealed record Reason(ReasonKind Kind, string Id, string? Sentence);

/// <summary>Who speaks in a <see cref="Reason"/>.</summary>
public enum ReasonKind
{
    ConditionHolds,
    ConditionFails,
    RuleDecides,
    Answer,
}
