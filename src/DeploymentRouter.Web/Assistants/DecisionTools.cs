using System.ComponentModel;
using System.Text.Json;
using DeploymentRouter.Core.Explaining;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Api;
using DeploymentRouter.Web.Api.Deciding;
using ModelContextProtocol.Server;

namespace DeploymentRouter.Web.Assistants;

/// <summary>What the playbook makes of answers, and why. Nothing is stored.</summary>
[McpServerToolType]
internal sealed class DecisionTools(PlaybookInForce playbook, RequestStore store, IHttpContextAccessor http)
{
    private const string AnswersAre = "By question id: true or false, a value, a list of values, or a whole number. Leave out what is not known.";

    [McpServerTool(Name = "explain", Title = "Explain a decision", ReadOnly = true, OpenWorld = false)]
    [Description("Says which deployment strategy fits, why, why not the others, what would change it, and which question to ask next. Give either a request's number or answers.")]
    public async Task<ExplainedJson> ExplainAsync(
        CancellationToken cancel,
        [Description("The number of a request, as in DR-1027.")] int? request = null,
        [Description(AnswersAre)] IReadOnlyDictionary<string, JsonElement>? answers = null) =>
        request is { } number ? Explained(await AnswersOfAsync(number, cancel)) : Explained(Said.Answers(playbook.Current, answers ?? NoAnswers));

    [McpServerTool(Name = "what_if", Title = "Ask what would be", ReadOnly = true, OpenWorld = false)]
    [Description("Says what would come out if some answers were different: the decision before and after, with the explanation of the second. Start from a request's answers, or from answers you give.")]
    public async Task<WhatIf> WhatIfAsync(
        [Description("The answers that would be different, by question id; null leaves one open.")] IReadOnlyDictionary<string, JsonElement> changes,
        CancellationToken cancel,
        [Description("The number of the request to start from.")] int? request = null,
        [Description(AnswersAre)] IReadOnlyDictionary<string, JsonElement>? answers = null)
    {
        var before = request is { } number ? await AnswersOfAsync(number, cancel) : Said.Answers(playbook.Current, answers ?? NoAnswers);
        var after = Said.Answers(playbook.Current, changes, before);
        return new WhatIf(DecisionJson.Of(playbook.Current, playbook.Current.Rules.Decide(before)), Explained(after));
    }

    [McpServerTool(Name = "questions", Title = "List the questions", ReadOnly = true, OpenWorld = false)]
    [Description("Lists the questions that the playbook asks: id, wording, kind of answer, the values there are, and the team that answers.")]
    public IReadOnlyList<Asked> Questions() => [.. playbook.Current.Questions.Select(Asked.Of)];

    private static readonly Dictionary<string, JsonElement> NoAnswers = [];

    private ExplainedJson Explained(AnswerSet answers)
    {
        var explanation = Explanation.Of(playbook.Current, answers);
        return new ExplainedJson(DecisionJson.Of(playbook.Current, explanation.Decision), ExplanationJson.Of(explanation));
    }

    private async Task<AnswerSet> AnswersOfAsync(int number, CancellationToken cancel) =>
        (await store.FindAsync(number, await http.HttpContext!.SightAsync(), cancel))?.Answers ?? throw Said.NotFound("request");
}

/// <param name="Before">What comes out now.</param>
/// <param name="After">What would come out, and why.</param>
internal sealed record WhatIf(DecisionJson Before, ExplainedJson After);

/// <param name="Kind">yes-no, one-of, any-of, or whole-number.</param>
/// <param name="Values">The values there are; empty for yes-no and whole-number.</param>
internal sealed record Asked(string Id, string Wording, string Kind, IReadOnlyList<string> Values, string AnsweredBy)
{
    public static Asked Of(PlaybookQuestion question) => new(question.Id, question.Wording, Kinds(question.Domain), Choices(question.Domain), question.AnsweredBy);

    private static string Kinds(Domain domain) => domain switch
    {
        YesNoDomain => "yes-no",
        OneOfDomain => "one-of",
        AnyOfDomain => "any-of",
        WholeNumberDomain => "whole-number",
        _ => throw new ArgumentOutOfRangeException(nameof(domain), domain, null),
    };

    private static IReadOnlyList<string> Choices(Domain domain) => domain switch
    {
        OneOfDomain one => [.. one.Values],
        AnyOfDomain any => [.. any.Values],
        _ => [],
    };
}
