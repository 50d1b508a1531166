using System.Globalization;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Explaining;

/// <summary>Three plain sentences that Sales can say to a customer: what, why not otherwise, and what would change it.</summary>
public static class InShort
{
    private const int MaxNamed = 4;

    public static IReadOnlyList<string> Of(
        Playbook playbook, Decision decision, IReadOnlyList<LosingStrategy> losing, IReadOnlyList<CarryingLine> carrying, PlaybookQuestion? next) =>
        decision.Outcome is { } outcome
            ? Settled(playbook, decision, outcome, losing, carrying)
            : [StillPossible(playbook, decision), DependsOn(playbook, decision), AskedNext(playbook, next)];

    /// <summary>
    /// The same for the customer to read. What rests on an answer that another team than the filing one gives, or that is our choice,
    /// is left out: it speaks of us, for example of what a team can take on.
    /// </summary>
    public static IReadOnlyList<string> ForCustomer(Playbook playbook, Explanation explanation)
    {
        var theirs = playbook.Questions.Where(question => IsTheirs(playbook, question)).Select(question => question.Id).ToHashSet(StringComparer.Ordinal);
        var (decision, carrying) = (explanation.Decision, explanation.Carrying);
        if (decision.Outcome is not { } outcome)
            return [StillPossible(playbook, decision), .. decision.Open.All(open => theirs.Contains(open.Id)) ? [DependsOn(playbook, decision)] : (string[])[]];
        var preferred = Preferred(playbook, outcome, explanation.Losing);
        var others = preferred.Count > 0 ? preferred : explanation.Losing;
        var otherwise = others.Count > 0 && others[0].AnswerIds.All(theirs.Contains) ? WhyNotOtherwise(others) : null;
        var change = preferred.Find(one => one.Ways.Count > 0)?.Ways[0] is { } way
            ? way.Steps.All(step => theirs.Contains(step.QuestionId)) ? way.Sentence : null
            : preferred.Count == 0 && carrying.All(line => theirs.Contains(line.Question.Id)) ? WhatItRestsOn(carrying) : null;
        return [Proposed(playbook, decision, outcome), .. new[] { otherwise, change }.OfType<string>()];
    }

    /// <summary>Whether a customer may read the question as one to them.</summary>
    public static bool IsTheirs(Playbook playbook, PlaybookQuestion question) =>
        question.AnsweredBy == playbook.FilingTeamId && question.Changeable is not Changeability.OurChoice;

    private static string[] Settled(
        Playbook playbook, Decision decision, string outcome, IReadOnlyList<LosingStrategy> losing, IReadOnlyList<CarryingLine> carrying)
    {
        var preferred = Preferred(playbook, outcome, losing);
        return
        [
            Proposed(playbook, decision, outcome),
            WhyNotOtherwise(preferred.Count > 0 ? preferred : losing),
            preferred.Count > 0 ? WhatWouldChange(preferred) : WhatItRestsOn(carrying),
        ];
    }

    // What the table tries first is what the playbook would rather have; that is what a customer may ask for.
    private static List<LosingStrategy> Preferred(Playbook playbook, string outcome, IReadOnlyList<LosingStrategy> losing)
    {
        var order = playbook.Rows.Select(row => row.StrategyId).Distinct(StringComparer.Ordinal).ToList();
        return [.. losing.Where(one => order.IndexOf(one.Strategy.Id) < order.IndexOf(outcome)).OrderBy(one => order.IndexOf(one.Strategy.Id))];
    }

    // While several rows of one strategy compete, none of their sentences is certain.
    private static string Proposed(Playbook playbook, Decision decision, string outcome)
    {
        var name = playbook.Strategy(outcome).Name;
        return decision.Rule is { } rule ? $"We propose {name}: {Wording.AfterColon(playbook, playbook.Row(rule.Id).Because)}" : $"We propose {name}.";
    }

    private static string WhyNotOtherwise(IReadOnlyList<LosingStrategy> losing) => losing.Count > 0
        ? $"{losing[0].Strategy.ShortName} is out because {Wording.Plain(losing[0].Because)}."
        : "There is no other strategy.";

    private static string WhatWouldChange(List<LosingStrategy> preferred) =>
        (preferred.Find(one => one.Ways.Count > 0) ?? preferred[0]).WhatWouldChangeIt;

    private static string WhatItRestsOn(IReadOnlyList<CarryingLine> carrying) => carrying.Count switch
    {
        0 => "No single answer would change that.",
        <= MaxNamed => $"It rests on this: {Clauses.And([.. carrying.Select(line => line.Says)])}.",
        var count => string.Create(CultureInfo.InvariantCulture, $"It rests on {count} answers; if one of them changes, it has to be asked again."),
    };

    private static string StillPossible(Playbook playbook, Decision decision)
    {
        var names = playbook.Strategies.Where(strategy => decision.Possible.Contains(strategy.Id, StringComparer.Ordinal)).Select(strategy => strategy.ShortName);
        return $"{Clauses.And([.. names])} are still possible.";
    }

    private static string DependsOn(Playbook playbook, Decision decision)
    {
        if (decision.Open.Count > MaxNamed)
            return string.Create(CultureInfo.InvariantCulture, $"It depends on {decision.Open.Count} open answers.");
        var labels = playbook.Questions.Where(question => decision.Open.Any(open => open.Id == question.Id)).Select(question => $"“{question.Label}”");
        return $"It depends on {Clauses.And([.. labels])}.";
    }

    private static string AskedNext(Playbook playbook, PlaybookQuestion? next) => next is null
        ? "Nothing can be asked at the moment."
        : $"{playbook.Team(next.AnsweredBy).Name} answers next: {next.Wording}";
}
