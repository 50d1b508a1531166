namespace DeploymentRouter.Decisions;

/// <summary>What would have to change for an outcome that the given answers rule out; see <see cref="RuleSet.Counterfactuals"/>.</summary>
/// <param name="Outcome">An outcome that no completion of the open answers reaches.</param>
/// <param name="Ways">The ways there, cheapest first; empty: no change of changeable answers leads there.</param>
/// <param name="More">There may be more ways than the ceilings of <see cref="ExplanationLimits"/> let through; those listed are minimal all the same.</param>
public sealed record OutOfReach(string Outcome, IReadOnlyList<Counterfactual> Ways, bool More);

/// <summary>
/// Given answers that bring an outcome back into reach when they change together: no fewer of them would do, all other
/// answers stay as they are, and open questions stay open.
/// </summary>
/// <param name="Changes">One per question, in the order of the definition; never empty.</param>
/// <param name="Cost">The sum of <see cref="ChangeCost"/> over the changes.</param>
/// <param name="StillOpen">
/// The open questions on which the outcome then still depends; empty: it is certain. It goes for every combination of new
/// answers while these are of no more than <see cref="ExplanationLimits.MaxKinds"/> kinds, else for <see cref="ChangedAnswer.To"/>.
/// </param>
public sealed record Counterfactual(IReadOnlyList<ChangedAnswer> Changes, int Cost, IReadOnlyList<Question> StillOpen);

/// <summary>One answer changes.</summary>
/// <param name="Question">Not a <see cref="Changeability.Fact"/>.</param>
/// <param name="From">The given answer.</param>
/// <param name="To">Of the answers that will do, the one that differs least from <paramref name="From"/>.</param>
/// <param name="Becomes">
/// Holds for the answers that will do: <c>hosting_provider is aws</c>. Every combination of such answers over the changes leads
/// there. Ways over the same questions with other answers are listed beside this one.
/// </param>
public sealed record ChangedAnswer(Question Question, Answer From, Answer To, Formula Becomes);

/// <summary>A given answer that carries the decision: changing it alone lets in an outcome that is ruled out now.</summary>
/// <param name="Question">The question; changeable or not.</param>
/// <param name="Given">Its answer.</param>
/// <param name="Flips">Each outcome it lets in, in the order of the definition's outcomes; never empty.</param>
public sealed record CarryingAnswer(Question Question, Answer Given, IReadOnlyList<Flip> Flips);

/// <summary>Where a changed answer leads.</summary>
/// <param name="Outcome">The outcome that becomes possible.</param>
/// <param name="Example">Of the answers that lead there, the one that differs least from the given one.</param>
/// <param name="Becomes">Holds for the answers that lead there.</param>
/// <param name="Certain">Whether the outcome is then the only one left, with <paramref name="Example"/> as the answer.</param>
public sealed record Flip(string Outcome, Answer Example, Formula Becomes, bool Certain);
