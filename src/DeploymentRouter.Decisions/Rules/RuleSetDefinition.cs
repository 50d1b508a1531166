namespace DeploymentRouter.Decisions;

/// <summary>A question that rules read.</summary>
/// <param name="Id">Unique; lower-case letters, digits and underscores, at most 64 characters.</param>
/// <param name="Domain">Its finite set of values.</param>
/// <param name="AskedWhen">The branching; null: always asked.</param>
/// <param name="AnsweredBy">The team that answers it; opaque here.</param>
/// <param name="Changeability">Who could change the answer; unless said otherwise, nobody.</param>
public sealed record Question(
    string Id, Domain Domain, Formula? AskedWhen, string AnsweredBy, Changeability Changeability = Changeability.Fact)
{
    /// <summary>Asked for people to read: no row, condition, branching or flag may test it, and nobody expects it to matter.</summary>
    public bool ForInformation { get; init; }
}

/// <summary>A named condition with what people read when it holds and when it does not (null: its parts speak for it).</summary>
public sealed record Condition(string Id, Formula When, string? Holds, string? Fails);

/// <summary>A row of the decision table. The first row that holds decides.</summary>
public sealed record Rule(string Id, Formula When, string Outcome, string Because);

/// <summary>A formula that decides nothing but is read beside the decision with <see cref="RuleSet.Holds"/>, for example a flag.</summary>
public sealed record NamedFormula(string Id, Formula When);

/// <summary>Everything a rule set is made from, not yet checked.</summary>
/// <param name="Outcomes">The legal outcomes, in display order.</param>
/// <param name="Flags">Formulas to check and compile with the rest, so that <see cref="RuleSet.Holds"/> is fast for them too.</param>
/// <param name="HitPolicy">What the author promises of the rows; held against them by <see cref="RuleSetProof"/>.</param>
public sealed record RuleSetDefinition(
    IReadOnlyList<Question> Questions,
    IReadOnlyList<Condition> Conditions,
    IReadOnlyList<Rule> Rules,
    IReadOnlyList<string> Outcomes,
    IReadOnlyList<NamedFormula>? Flags = null,
    HitPolicy HitPolicy = HitPolicy.First)
{
    /// <summary>Formulas to check and compile with the rest; none: empty.</summary>
    public IReadOnlyList<NamedFormula> Flags { get; init; } = Flags ?? [];
}

/// <summary>How rows may relate to each other (OMG DMN 1.5, "hit policy"). Under both, the first row that holds decides.</summary>
public enum HitPolicy
{
    /// <summary>Rows may overlap; their order counts.</summary>
    First,

    /// <summary>No two rows hold together, so their order says nothing. Two that do are a finding of the proof.</summary>
    Unique,
}

/// <summary>What is wrong with a rule set, and where: <c>conditions.hard_cloud_blocker.when.any[1]</c>; without a usable id by position from 0: <c>rules[3]</c>.</summary>
/// <param name="IsGap">Nothing else is wrong but that some answers have no row; <see cref="RuleSetProof"/> takes such rules and says more.</param>
/// <param name="IsCeiling">Nothing is wrong, but a ceiling on the size of the decision diagram was passed; nothing else about the rules is known then.</param>
public sealed record Fault(string Where, string Message, bool IsGap = false, bool IsCeiling = false);
