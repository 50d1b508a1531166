using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.Api.Requests;

/// <summary>What the rules said of the answers, kept as it was said.</summary>
/// <param name="Playbook">The name of the playbook that decided.</param>
/// <param name="PlaybookHash">SHA-256 of its YAML.</param>
/// <param name="Possible">Strategies still possible; one: decided.</param>
/// <param name="Open">Open questions on which the outcome depended.</param>
/// <param name="Row">The deciding row; null while undecided or while several compete.</param>
/// <param name="Mark">The row's mark, for example "waiting on Cloud"; null: none.</param>
/// <param name="Because">The sentence that says why; null while undecided.</param>
internal sealed record StoredDecisionJson(
    DateTime At,
    string Playbook,
    int PlaybookVersion,
    string PlaybookHash,
    IReadOnlyList<string> Possible,
    IReadOnlyList<string> Open,
    string? Row,
    string? Mark,
    string? Because,
    IReadOnlyList<RuledOutJson> RuledOut,
    IReadOnlyList<FlagJson> Flags)
{
    public static StoredDecisionJson Of(StoredDecision decision) => new(
        decision.At,
        decision.PlaybookName,
        decision.PlaybookVersion,
        decision.PlaybookHash,
        decision.Possible,
        decision.OpenQuestions,
        decision.RowId,
        decision.Mark,
        decision.Because,
        [.. decision.RuledOut.Select(one => new RuledOutJson(one.StrategyId, one.Sentence, one.AnswerIds))],
        [.. decision.Flags.Select(flag => new FlagJson(flag.Id, flag.Name, flag.Sentence))]);
}

/// <param name="Answers">The questions whose answers alone rule it out.</param>
internal sealed record RuledOutJson(string Strategy, string Sentence, IReadOnlyList<string> Answers);

internal sealed record FlagJson(string Id, string Name, string Sentence);
