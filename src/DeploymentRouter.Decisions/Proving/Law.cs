namespace DeploymentRouter.Decisions;

/// <summary>A statement about all answers that the owner of a rule set wants to hold; see <see cref="RuleSetProof"/>.</summary>
/// <param name="Id">For <see cref="Fault.Where"/>: <c>laws.ID</c>; letters, digits, underscores and hyphens, at most 64 characters.</param>
/// <param name="Outcomes">The outcomes it speaks of; at least one.</param>
public abstract record Law(string Id, IReadOnlyList<string> Outcomes);

/// <summary>When the formula holds, the outcome is none of these.</summary>
public sealed record NeverLaw(string Id, Formula When, IReadOnlyList<string> Outcomes) : Law(Id, Outcomes);

/// <summary>When the formula holds, the outcome is one of these.</summary>
public sealed record AlwaysLaw(string Id, Formula When, IReadOnlyList<string> Outcomes) : Law(Id, Outcomes);

/// <summary>
/// More never moves toward these outcomes: where all other answers stay, a larger number, a yes in the place of a no, or one
/// more chosen value never has one of these outcomes unless the smaller answer had one of them already.
/// </summary>
/// <param name="QuestionId">A whole number, yes/no or any-of question.</param>
public sealed record MoreNeverLaw(string Id, string QuestionId, IReadOnlyList<string> Outcomes) : Law(Id, Outcomes);

/// <summary>Whether a law holds.</summary>
/// <param name="Message">One sentence; for a broken law, the example in words.</param>
/// <param name="Example">Of a broken law: a case that breaks it; for <see cref="MoreNeverLaw"/> the case with less.</param>
/// <param name="More">Of a broken <see cref="MoreNeverLaw"/>: the case with more, which has one of its outcomes.</param>
public sealed record LawVerdict(Law Law, Verdict Verdict, string Message, ExampleCase? Example = null, ExampleCase? More = null);

/// <summary>What came of a proof.</summary>
public enum Verdict
{
    /// <summary>It holds for all answers.</summary>
    Proven,

    /// <summary>It does not hold for the answers of the example.</summary>
    Broken,

    /// <summary>A ceiling was passed before either was found.</summary>
    NotProven,

    /// <summary>Its formula never holds, so it says nothing about any answers.</summary>
    NeverApplies,
}
