using System.Text.Json;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Web.Api.Requests;

/// <summary>Answers as they go out: by question; true, a value, a list of values, or a whole number.</summary>
internal static class AnswersOut
{
    /// <summary>What is not answered is not there.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Of(AnswerSet answers) =>
        answers.ByQuestion.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(pair => pair.Key, pair => Of(pair.Value), StringComparer.Ordinal);

    public static JsonElement Of(Answer answer) => JsonSerializer.SerializeToElement(answer, HistoryJson.Options);
}
