using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Web.Features.Intake.Questions;

/// <summary>What a field of the draft says, in the words of its buttons.</summary>
public static class AnswerWords
{
    public const string Unsure = "We don’t know yet";

    /// <summary>A text that cannot be read stays as it was typed.</summary>
    public static string Of(PlaybookQuestion question, string text) =>
        text == TypedAnswer.Unsure ? Unsure
        : TypedAnswer.Read(question, text).Answer is { } answer ? Wording.Label(question, answer)
        : text;
}
