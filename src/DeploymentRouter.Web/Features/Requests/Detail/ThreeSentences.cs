using DeploymentRouter.Core.Explaining;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>What Sales can say on the phone: what, why not otherwise, what would change it. Never more than is certain.</summary>
public static class ThreeSentences
{
    public static IReadOnlyList<string> Of(Request request, Explanation? explanation) =>
        OverrideView.Of(request) is { } chosen ? Chosen(request, chosen, explanation)
        : explanation is not null ? explanation.InShort
        : ByOtherRules(request);

    // A person's choice is not the rules', and what is said of the rules is said as theirs.
    private static string[] Chosen(Request request, OverrideView chosen, Explanation? explanation)
    {
        var losing = explanation?.Losing.FirstOrDefault(one => one.Strategy.Id == request.Override!.StrategyId);
        return
        [
            $"We propose {request.Playbook.Strategy(request.Override!.StrategyId).Name}, chosen by a person instead of the rules: {chosen.Reason}.",
            request.Decision.Outcome is null ? "The rules do not decide it yet." : $"The rules say {chosen.Computed}: {Because(request.Playbook, request.Decision)}",
            explanation is null ? OtherRules.AskAgain : ByTheRules(losing, chosen.Strategy),
        ];
    }

    private static string Because(Playbook playbook, StoredDecision decision) => Wording.AfterColon(playbook, WhyView.SentencesOf(playbook, decision).First());

    private static string ByTheRules(LosingStrategy? losing, string strategy) => losing switch
    {
        null => "The rules do not rule it out.",
        { Ways.Count: > 0 } => $"By the rules, {losing.WhatWouldChangeIt}",
        _ => $"By the rules, no change of changeable answers leads to {strategy}.",
    };

    private static string[] ByOtherRules(Request request)
    {
        var (playbook, decision) = (request.Playbook, request.Decision);
        var ruledOut = Deciding.RuledOutBefore(request) is [var first, ..] ? first : decision.RuledOut is [var other, ..] ? other : null;
        return
        [
            decision.Outcome is { } outcome
                ? $"We propose {playbook.Strategy(outcome).Name}: {Because(playbook, decision)}"
                : $"{Wording.AndList([.. decision.Possible.Select(id => Named.Strategy(playbook, id)!)])} are still possible.",
            ruledOut is null ? "Nothing is ruled out." : $"{Named.Strategy(playbook, ruledOut.StrategyId)} is out because {ruledOut.Sentence}.",
            OtherRules.AskAgain,
        ];
    }
}
