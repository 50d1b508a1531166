using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Intake;

/// <summary>Everything that was typed, as the validators see it.</summary>
/// <param name="Today">UTC; the validators have no clock of their own.</param>
public sealed record IntakeForm(CustomerForm Customer, AnswersForm Answers, DateOnly Today);

/// <summary>The answers as they were typed.</summary>
/// <param name="Texts">By question id, only those of the filing team; a question that is not in it is open.</param>
/// <param name="Notes">By question id.</param>
/// <param name="Asking">By question id: what is not asked is kept as it is and never wrong.</param>
public sealed record AnswersForm(
    IReadOnlyDictionary<string, string> Texts,
    IReadOnlyDictionary<string, string> Notes,
    IReadOnlyDictionary<string, Asking> Asking)
{
    /// <summary>Whether an answer to this question can count.</summary>
    public bool IsInUse(string questionId) => Asking.GetValueOrDefault(questionId, Decisions.Asking.Asked) is not Decisions.Asking.NotAsked;
}
