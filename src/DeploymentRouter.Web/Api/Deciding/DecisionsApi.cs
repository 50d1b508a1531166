using System.Text.Json;
using DeploymentRouter.Core.Explaining;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;
using DeploymentRouter.Web.Api.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DeploymentRouter.Web.Api.Deciding;

/// <summary>What the playbook in force makes of answers. Nothing is stored.</summary>
internal static class DecisionsApi
{
    public const int MaxCases = 1_000;

    public static void MapDecisions(this RouteGroupBuilder api)
    {
        var decisions = api.MapGroup("/decisions").WithTags("Decisions");
        decisions.MapPost("", Decide).Needs(TokenScope.Read).Says("Decide", "Ask which strategy fits").Gives<DecisionJson>().Refuses(422);
        decisions.MapPost("/explain", Explain).Needs(TokenScope.Read).Says("ExplainDecision", "Ask why, why not the others, and what would change it").Gives<ExplainedJson>().Refuses(422);
        decisions.MapPost("/batch", DecideMany).Needs(TokenScope.Read).Says("DecideMany", "Ask for many cases at once").Gives<BatchJson>().Refuses(422);
    }

    /// <remarks>Whatever is not known is left out: the answer then names the strategies that remain and the questions that matter still.</remarks>
    private static IResult Decide(CaseBody body, PlaybookInForce playbook) =>
        Read(playbook.Current, body.Answers, out var answers) is { } bad
            ? Unreadable(bad)
            : Respond.Ok(DecisionJson.Of(playbook.Current, playbook.Current.Rules.Decide(answers)));

    private static IResult Explain(CaseBody body, PlaybookInForce playbook)
    {
        if (Read(playbook.Current, body.Answers, out var answers) is { } bad) return Unreadable(bad);
        var explanation = Explanation.Of(playbook.Current, answers);
        return Respond.Ok(new ExplainedJson(DecisionJson.Of(playbook.Current, explanation.Decision), ExplanationJson.Of(explanation)));
    }

    /// <remarks>Up to 1,000 cases. A case whose answers cannot be read says why and leaves the others alone.</remarks>
    private static IResult DecideMany(BatchBody body, PlaybookInForce playbook) => body.Cases.Count > MaxCases
        ? Unreadable(new Refusal("TooManyCases", FormattableString.Invariant($"Send at most {MaxCases:N0} cases at a time.")))
        : Respond.Ok(new BatchJson([.. body.Cases.Select(one => Read(playbook.Current, one.Answers, out var answers) is { } bad
            ? new BatchLineJson(one.Id, null, bad.Sentence)
            : new BatchLineJson(one.Id, DecisionJson.Of(playbook.Current, playbook.Current.Rules.Decide(answers)), null))]));

    private static ProblemHttpResult Unreadable(Refusal bad) => Problems.Of(StatusCodes.Status422UnprocessableEntity, bad);

    private static Refusal? Read(Playbook playbook, IReadOnlyDictionary<string, JsonElement> given, out AnswerSet answers)
    {
        answers = AnswerSet.Empty;
        if (AnswersIn.Read(playbook, given, out var read) is { } bad) return bad;
        answers = AnswerSet.Of(read.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal));
        return playbook.Rules.Check(answers) is [var fault, ..] ? Refusals.AnswerInvalid($"{fault.Where}: {fault.Message}") : null;
    }
}

/// <param name="Answers">By question: true, a value, a list of values, or a whole number; what is not known is left out.</param>
internal sealed record CaseBody(IReadOnlyDictionary<string, JsonElement> Answers);

/// <param name="Cases">At most 1,000.</param>
internal sealed record BatchBody(IReadOnlyList<BatchCaseBody> Cases);

/// <param name="Id">Comes back with the decision.</param>
/// <param name="Answers">By question.</param>
internal sealed record BatchCaseBody(string Id, IReadOnlyDictionary<string, JsonElement> Answers);
