using System.Numerics;

namespace DeploymentRouter.Decisions;

/// <summary>What the proof of a rule set found; see <see cref="RuleSetProof"/>.</summary>
/// <param name="Faults">What keeps the definition or a law from being understood; then nothing else was looked at.</param>
/// <param name="Findings">What is wrong with the rules, and what could not be proven.</param>
/// <param name="Laws">One verdict per law, in their order.</param>
public sealed record ProofReport(
    IReadOnlyList<Fault> Faults, IReadOnlyList<Finding> Findings, IReadOnlyList<LawVerdict> Laws)
{
    /// <summary>How many combinations of answers there are, asked or not; zero while there are faults.</summary>
    public BigInteger Combinations { get; init; }

    /// <summary>How many of them each row decides, in table order; empty where they could not be counted.</summary>
    public IReadOnlyList<RowShare> Shares { get; init; } = [];

    /// <summary>No fault, no finding, and every law proven.</summary>
    public bool IsSound => Faults.Count == 0 && Findings.Count == 0 && Laws.All(law => law.Verdict == Verdict.Proven);
}

/// <summary>How much of everything one row decides.</summary>
/// <param name="Combinations">How many combinations of answers it decides; zero for a row that never does.</param>
public sealed record RowShare(string RowId, BigInteger Combinations);

/// <summary>One thing that is wrong with a rule set.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Where">As in a <see cref="Fault"/>: <c>rules.R4</c>, <c>conditions.small</c>, <c>questions.users</c>.</param>
/// <param name="Message">Whole sentences, with the example in words.</param>
/// <param name="Example">Answers that show it; <see cref="FindingKind"/> says what they show. Null where nothing can.</param>
/// <param name="Rows">Ids of the rows that take part, in table order; the row in <paramref name="Where"/> is not repeated.</param>
/// <param name="SuggestedRow">A row to add, or to put in the place of the one with its id; null where none would help.</param>
public sealed record Finding(
    FindingKind Kind, string Where, string Message, ExampleCase? Example, IReadOnlyList<string> Rows, Rule? SuggestedRow = null);

/// <summary>Answers that show something.</summary>
/// <param name="Answers">Every question that is asked is answered, and no other, unless it is telling.</param>
/// <param name="Telling">Ids of the questions whose answers make the case, ordinal order. Whatever the others are, it stands.</param>
public sealed record ExampleCase(AnswerSet Answers, IReadOnlyList<string> Telling);

/// <summary>What can be wrong with a rule set, and what the example of such a finding shows.</summary>
public enum FindingKind
{
    /// <summary>Some answers have no outcome. Example: no row holds.</summary>
    Uncovered,

    /// <summary>Two rows hold together although the hit policy is <see cref="HitPolicy.Unique"/>. Example: both hold.</summary>
    Overlap,

    /// <summary>The row holds for no answers at all. Example: all parts of it hold but one; of a row that contradicts itself more than once, as many as it leaves.</summary>
    RowNeverHolds,

    /// <summary>Earlier rows, named, decide wherever the row holds. Example: the row holds and does not decide.</summary>
    RowHidden,

    /// <summary>No row leads to the outcome, or none that ever decides. Example: such a row holds and does not decide; null where none holds.</summary>
    OutcomeNeverReached,

    /// <summary>No row, branching, flag or law reads the condition, not even through others. Example: it holds.</summary>
    ConditionUnread,

    /// <summary>The condition holds for no answers. No example.</summary>
    ConditionNeverHolds,

    /// <summary>The condition holds for all answers. Example: any.</summary>
    ConditionAlwaysHolds,

    /// <summary>No row that decides, no branching, no flag and no law would be different if the condition said the opposite. Example: it holds.</summary>
    ConditionNeverMatters,

    /// <summary>The branching of the question never holds. Example: were the question asked, its answer would count; null where it never would.</summary>
    QuestionNeverAsked,

    /// <summary>No answer to the question ever tells which row decides or whether a flag holds. Example: it is asked, and makes no difference.</summary>
    QuestionNeverMatters,

    /// <summary>A ceiling of <see cref="RuleSetLimits"/> was passed before this could be decided either way. No example.</summary>
    NotProven,
}
