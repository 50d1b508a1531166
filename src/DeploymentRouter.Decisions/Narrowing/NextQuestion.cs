namespace DeploymentRouter.Decisions;

/// <summary>An open question that can be asked now and on whose answer the outcome still depends; see <see cref="RuleSet.NextQuestions"/>.</summary>
/// <param name="Question">Asked for certain, whatever the open answers turn out to be.</param>
/// <param name="BitsLeft">
/// Entropy of the outcome (Shannon 1948), in bits, that is expected to be left once it is answered; from 0 (settled) up to
/// the entropy there is now. Null where the diagram is too large to weigh, see <see cref="ExplanationLimits.MaxWeighings"/>.
/// </param>
public sealed record NextQuestion(Question Question, double? BitsLeft);
