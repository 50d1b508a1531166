using DeploymentRouter.Core.Explaining;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>A strategy that is out, the sentence that says why, and what would change it.</summary>
/// <param name="WhatIf">Null: the rules that decided are no longer in force.</param>
public sealed record RuledOutView(string Strategy, string Sentence, WhatIfView? WhatIf)
{
    public static IReadOnlyList<RuledOutView> Of(Request request, Explanation? explanation) =>
    [
        .. request.Decision.RuledOut.Select(ruledOut => new RuledOutView(
            Named.Strategy(request.Playbook, ruledOut.StrategyId)!,
            WhyView.Because(ruledOut.Sentence),
            explanation?.Losing.FirstOrDefault(losing => losing.Strategy.Id == ruledOut.StrategyId) is { } losing
                ? WhatIfView.Of(request.Playbook, losing)
                : null)),
    ];
}

/// <summary>What would let a strategy back in.</summary>
/// <param name="Sentence">The cheapest way, or that there is none.</param>
/// <param name="Ways">Cheapest first.</param>
public sealed record WhatIfView(string Sentence, IReadOnlyList<WayView> Ways, bool HasMore)
{
    public static WhatIfView Of(Playbook playbook, LosingStrategy losing) =>
        new(losing.WhatWouldChangeIt, [.. losing.Ways.Select(way => WayView.Of(playbook, way))], losing.HasMoreWays);
}

/// <summary>Answers that would have to change together.</summary>
/// <param name="HangsOn">What it would still hang on; null: it would be certain.</param>
public sealed record WayView(IReadOnlyList<WayStepView> Steps, string? HangsOn)
{
    private const int MaxNamed = 4;

    public static WayView Of(Playbook playbook, Way way) =>
        new([.. way.Steps.Select(step => new WayStepView(step.Clause, Whose.Of(step.By)))], HangsOnText(playbook, way.StillOpen));

    private static string? HangsOnText(Playbook playbook, IReadOnlyList<string> open) => open.Count switch
    {
        0 => null,
        > MaxNamed => $"It would still hang on {open.Count} open answers.",
        _ => $"It would still hang on {Wording.AndList([.. open.Select(id => $"“{Named.Question(playbook, id)}” ({Named.Team(playbook, playbook.Question(id).AnsweredBy)})")])}.",
    };
}

/// <summary>One answer that would have to be another, as a clause after "if", and who could change it.</summary>
public sealed record WayStepView(string Clause, string By);
