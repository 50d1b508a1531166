using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Requests;

/// <summary>A decision kept whole: what was answered, by which playbook, what came out and why. Never recomputed in place.</summary>
/// <param name="Answers">Every answer given then, used or not.</param>
/// <param name="Possible">Strategies still possible; one: decided.</param>
/// <param name="OpenQuestions">Ids of the open questions on which the outcome depended.</param>
/// <param name="RowId">The deciding row; null while undecided or while several rows of one strategy compete.</param>
/// <param name="Mark">The row's mark, for example "waiting on Cloud".</param>
/// <param name="Because">The sentence that says why; null while undecided.</param>
/// <param name="RuledOut">The strategies that are out, each with its sentence.</param>
/// <param name="Flags">Information beside the outcome.</param>
public sealed record StoredDecision(
    DateTime At,
    string PlaybookName,
    int PlaybookVersion,
    string PlaybookHash,
    AnswerSet Answers,
    IReadOnlyList<string> Possible,
    IReadOnlyList<string> OpenQuestions,
    string? RowId,
    string? Mark,
    string? Because,
    IReadOnlyList<RuledOutStrategy> RuledOut,
    IReadOnlyList<RaisedFlag> Flags)
{
    /// <summary>The strategy the rules computed; null while undecided.</summary>
    public string? Outcome => Possible.Count == 1 ? Possible[0] : null;

    /// <summary>Whether these very rules made it; only then can they explain it.</summary>
    public bool IsBy(Playbook playbook) => string.Equals(PlaybookHash, playbook.Hash, StringComparison.Ordinal);
}

/// <summary>A strategy that is out, the sentence that says why, and the answers that alone do it.</summary>
public sealed record RuledOutStrategy(string StrategyId, string Sentence, IReadOnlyList<string> AnswerIds);

/// <summary>A flag of the playbook that was raised.</summary>
public sealed record RaisedFlag(string Id, string Name, string Sentence);
