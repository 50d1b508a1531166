using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Requests;

/// <summary>Asks the playbook for a decision and keeps it whole, in words.</summary>
public static class Deciding
{
    /// <summary>What the playbook says of the answers.</summary>
    /// <param name="now">UTC.</param>
    /// <exception cref="ArgumentException">The answers are not valid for this playbook.</exception>
    public static StoredDecision Decide(Playbook playbook, AnswerSet answers, DateTime now)
    {
        var decision = playbook.Rules.Decide(answers);
        var row = decision.Rule is { } rule ? playbook.Row(rule.Id) : null;
        return new StoredDecision(
            now,
            playbook.Name,
            playbook.Version,
            playbook.Hash,
            answers,
            decision.Possible,
            [.. decision.Open.Select(question => question.Id)],
            row?.Id,
            row?.Mark,
            row?.Because,
            [.. playbook.Rules.WhyNot(answers).Select(out_ => new RuledOutStrategy(
                out_.Outcome, Wording.Plain(Wording.SayAll(playbook, out_.Reasons, answers)), out_.Answers))],
            [.. Raised(playbook, decision.Outcome, answers).Select(flag => new RaisedFlag(
                flag.Id, flag.Name, Wording.Plain(Wording.Fill(playbook, flag.Sentence, answers))))]);
    }

    /// <summary>What ruled out the strategies that the table prefers to the one the request follows, in the order of the table.</summary>
    public static IReadOnlyList<RuledOutStrategy> RuledOutBefore(Request request) =>
    [
        .. from strategyId in request.Playbook.Rows.Select(row => row.StrategyId)
               .TakeWhile(strategyId => strategyId != request.StrategyId).Distinct(StringComparer.Ordinal)
           from ruledOut in request.Decision.RuledOut
           where ruledOut.StrategyId == strategyId
           select ruledOut,
    ];

    /// <summary>The flags that are certain, given the outcome and the answers so far.</summary>
    public static IEnumerable<Flag> Raised(Playbook playbook, string? strategyId, AnswerSet answers) =>
        playbook.Flags.Where(flag =>
            (flag.StrategyIds.Count == 0 || (strategyId is not null && flag.StrategyIds.Contains(strategyId, StringComparer.Ordinal)))
            && playbook.Rules.Holds(flag.When, answers) is true);
}
