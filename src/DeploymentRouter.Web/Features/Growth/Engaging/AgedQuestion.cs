using DeploymentRouter.Core.Growth;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Growth.Engaging;

/// <summary>A question that is asked again.</summary>
/// <param name="Answer">The answer it has, in words.</param>
/// <param name="Written">The same as fields hold it.</param>
/// <param name="Why">Since when it stands, or what was read above it.</param>
/// <param name="Proposed">What the readings say instead, as fields hold it; null: the answer may still be right.</param>
public sealed record AgedQuestion(PlaybookQuestion Question, string Answer, string Written, string Why, string? Proposed)
{
    public string InputId => $"aged-{Question.Id}";

    public static AgedQuestion Of(Request request, AgedAnswer aged)
    {
        var question = request.Playbook.Question(aged.QuestionId);
        var answered = OutlookWords.Day(DateOnly.FromDateTime(aged.AnsweredAt));
        return new AgedQuestion(
            question,
            Wording.Label(question, aged.Answer),
            TypedAnswer.Write(aged.Answer),
            aged.Read is { } read ? $"Answered {answered}, but {OutlookWords.Number(read)} were read since."
                : aged.IsAskedBack ? $"Answered {answered}; it was sent back to be looked at."
                : $"Answered {answered}; it holds for {question.HoldsForDays} days.",
            aged.Read?.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>What is wrong with what was typed; null: nothing.</summary>
    /// <param name="typed">Null: neither confirmed nor changed.</param>
    public FieldError? Problem(string? typed) => typed switch
    {
        null => new FieldError(InputId, $"{Question.Label}: say whether it still holds."),
        EngageDraft.StillRight when Proposed is null => null,
        _ => TypedAnswer.Read(Question, typed) switch
        {
            { Problem: { } problem } => new FieldError(InputId, problem),
            { Answer: null } => new FieldError(InputId, $"{Question.Label}: write the new answer."),
            _ => null,
        },
    };
}
