using System.Text.Json;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;
using DeploymentRouter.Web.Api.Requests;
using ModelContextProtocol;

namespace DeploymentRouter.Web.Assistants;

/// <summary>What an assistant has said, read as the API reads it; what cannot be read is told as a sentence it can act on.</summary>
internal static class Said
{
    /// <param name="before">The answers that stay as they are unless they are said anew.</param>
    /// <exception cref="McpException">The answers cannot be read.</exception>
    public static AnswerSet Answers(Playbook playbook, IReadOnlyDictionary<string, JsonElement> said, AnswerSet? before = null)
    {
        if (AnswersIn.Read(playbook, said, out var read) is { } bad) throw Refused(bad);
        var answers = read.Aggregate(before ?? AnswerSet.Empty, (all, one) => all.With(one.Key, one.Value));
        return playbook.Rules.Check(answers) is [var fault, ..] ? throw Refused(Refusals.AnswerInvalid($"{fault.Where}: {fault.Message}")) : answers;
    }

    public static McpException Refused(Refusal refusal) => new(refusal.Sentence);

    public static McpException NotFound(string what) => new($"There is no such {what}.");
}
