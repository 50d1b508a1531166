using DeploymentRouter.Core.Requests;
using DeploymentRouter.Web.Api.Deciding;
using DeploymentRouter.Web.Features.Requests.Detail;

namespace DeploymentRouter.Web.Api.Requests;

/// <summary>Why a request is where it is.</summary>
/// <param name="Decision">As it was decided.</param>
/// <param name="InShort">Sentences to read aloud.</param>
/// <param name="Explanation">Null: other rules decided than those in force, and only those could say it.</param>
/// <param name="Notice">What that, or a person's choice over the rules, means for the explanation; null: nothing.</param>
internal sealed record RequestExplanationJson(StoredDecisionJson Decision, IReadOnlyList<string> InShort, ExplanationJson? Explanation, string? Notice)
{
    public static RequestExplanationJson Of(Request request)
    {
        var explanation = request.Decision.IsBy(request.Playbook) ? Core.Explaining.Explanation.Of(request.Playbook, request.Decision.Answers) : null;
        return new RequestExplanationJson(
            StoredDecisionJson.Of(request.Decision),
            ThreeSentences.Of(request, explanation),
            explanation is null ? null : ExplanationJson.Of(explanation),
            OtherRules.Notice(request));
    }
}
