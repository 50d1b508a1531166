using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Playbooks;

/// <summary>A statement about every decision the playbook can make, to be proven or refuted.</summary>
/// <param name="Sentence">The statement in the owner's words.</param>
/// <param name="StrategyIds">The strategies it speaks of; never empty.</param>
public abstract record PlaybookLaw(string Id, string Sentence, IReadOnlyList<string> StrategyIds);

/// <summary>Where <paramref name="When"/> holds, none of the strategies is the outcome.</summary>
public sealed record NeverLaw(string Id, string Sentence, Formula When, IReadOnlyList<string> StrategyIds)
    : PlaybookLaw(Id, Sentence, StrategyIds);

/// <summary>Where <paramref name="When"/> holds, one of the strategies is the outcome.</summary>
public sealed record AlwaysLaw(string Id, string Sentence, Formula When, IReadOnlyList<string> StrategyIds)
    : PlaybookLaw(Id, Sentence, StrategyIds);

/// <summary>A larger answer to <paramref name="QuestionId"/>, with all others unchanged, never moves the outcome to one of the strategies.</summary>
/// <param name="QuestionId">A question with a whole number.</param>
public sealed record MoreLaw(string Id, string Sentence, string QuestionId, IReadOnlyList<string> StrategyIds)
    : PlaybookLaw(Id, Sentence, StrategyIds);
