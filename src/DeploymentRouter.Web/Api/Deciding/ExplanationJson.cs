using System.Text.Json;
using DeploymentRouter.Core.Explaining;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;
using DeploymentRouter.Web.Api.Requests;

namespace DeploymentRouter.Web.Api.Deciding;

/// <summary>All that can be said about what the playbook makes of some answers.</summary>
/// <param name="Losing">Why not each other strategy, and what would have to change for it.</param>
/// <param name="Carrying">The answers that carry the decision.</param>
/// <param name="Next">The question that is expected to narrow the outcome most; null once nothing more needs to be asked.</param>
/// <param name="InShort">Plain sentences for somebody who reads them aloud.</param>
internal sealed record ExplanationJson(
    IReadOnlyList<LosingJson> Losing, IReadOnlyList<CarryingJson> Carrying, NextQuestionJson? Next, IReadOnlyList<string> InShort)
{
    public static ExplanationJson Of(Explanation explanation) => new(
        [.. explanation.Losing.Select(LosingJson.Of)],
        [.. explanation.Carrying.Select(CarryingJson.Of)],
        explanation.Next is { } next ? new NextQuestionJson(next.Id, next.Wording, next.AnsweredBy) : null,
        explanation.InShort);
}

/// <summary>A strategy that the answers rule out.</summary>
/// <param name="Because">Why, as a clause that can follow "because".</param>
/// <param name="Answers">The questions whose answers alone do it.</param>
/// <param name="Ways">What would have to change, cheapest first; empty: no change of changeable answers leads there.</param>
/// <param name="HasMoreWays">There may be more of them than are listed.</param>
/// <param name="Sentence">The cheapest way in one sentence, or that there is none.</param>
internal sealed record LosingJson(string Strategy, string Because, IReadOnlyList<string> Answers, IReadOnlyList<WayJson> Ways, bool HasMoreWays, string Sentence)
{
    public static LosingJson Of(LosingStrategy losing) => new(
        losing.Strategy.Id, Wording.Plain(losing.Because), losing.AnswerIds, [.. losing.Ways.Select(WayJson.Of)], losing.HasMoreWays, losing.WhatWouldChangeIt);
}

/// <summary>Answers that would have to change together.</summary>
/// <param name="StillOpen">Questions on which the strategy would still depend; empty: it would be certain.</param>
internal sealed record WayJson(IReadOnlyList<StepJson> Steps, int Cost, IReadOnlyList<string> StillOpen, string Sentence)
{
    public static WayJson Of(Way way) => new([.. way.Steps.Select(StepJson.Of)], way.Cost, way.StillOpen, way.Sentence);
}

/// <param name="From">The answer now.</param>
/// <param name="To">The nearest answer that would do.</param>
/// <param name="By">Who could change it.</param>
/// <param name="If">All that would do, as a clause that can follow "if".</param>
internal sealed record StepJson(string Question, JsonElement From, JsonElement To, Changeability By, string If)
{
    public static StepJson Of(WayStep step) => new(step.QuestionId, AnswersOut.Of(step.From), AnswersOut.Of(step.To), step.By, step.Clause);
}

/// <summary>An answer that carries the decision.</summary>
/// <param name="Otherwise">Where other answers would lead.</param>
internal sealed record CarryingJson(string Question, JsonElement Answer, IReadOnlyList<OtherwiseJson> Otherwise)
{
    public static CarryingJson Of(CarryingLine line) => new(line.Question.Id, AnswersOut.Of(line.Given), [.. line.Otherwise.Select(OtherwiseJson.Of)]);
}

/// <param name="Answer">The nearest such answer.</param>
/// <param name="Strategies">Those that it lets in.</param>
internal sealed record OtherwiseJson(JsonElement Answer, IReadOnlyList<string> Strategies, string Sentence)
{
    public static OtherwiseJson Of(OtherwiseLine line) => new(AnswersOut.Of(line.Example), line.StrategyIds, line.Sentence);
}

/// <param name="AnsweredBy">The team that answers it.</param>
internal sealed record NextQuestionJson(string Question, string Wording, string AnsweredBy);
