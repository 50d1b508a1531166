using System.Text;
using System.Text.Json;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Web.Api.Requests;

/// <summary>Answers as they come in a body.</summary>
internal static class AnswersIn
{
    /// <summary>Why they cannot be read; null: they can, as <paramref name="read"/>, where null leaves a question open.</summary>
    public static Refusal? Read(Playbook playbook, IReadOnlyDictionary<string, JsonElement> answers, out Dictionary<string, Answer?> read)
    {
        read = new Dictionary<string, Answer?>(StringComparer.Ordinal);
        foreach (var (id, value) in answers)
        {
            if (playbook.Questions.FirstOrDefault(question => question.Id == id) is not { } question) return Refusals.UnknownQuestion(id);
            var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(value.GetRawText()));
            json.Read();
            if (!AnswerJson.TryRead(ref json, id, question.Domain, out var answer, out var error)) return Refusals.AnswerInvalid(error);
            read[id] = answer;
        }

        return null;
    }
}
