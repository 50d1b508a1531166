using DeploymentRouter.Core.Explaining;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;
using DeploymentRouter.Web.Features.Intake.Questions;

namespace DeploymentRouter.Web.Features.Intake.Quick;

/// <summary>One question of a quick check. Where it stands is read off the draft alone, so that nothing is lost with a circuit.</summary>
/// <param name="Lede">For example "Question 3. What you don’t know yet can wait."</param>
/// <param name="BackHref">The question looked at before; null: this is the first.</param>
/// <param name="ContinueLabel">What pressing the button leads to.</param>
public sealed record QuickView(QuestionView Question, string Lede, string? BackHref, string ContinueLabel)
{
    /// <summary>The question with this id, or null: it is not the filing team's, or it is not asked.</summary>
    public static QuickView? Of(IntakeState state, string questionId)
    {
        if (state.Playbook.Questions.FirstOrDefault(question => question.Id == questionId) is not { } asked || !IsMine(state, asked)) return null;
        var path = Path(state);
        var at = path.IndexOf(questionId);
        if (at < 0) at = path.Count;
        return new QuickView(
            QuestionView.Of(state.Reading, asked),
            $"Question {at + 1}. What you don’t know yet can wait.",
            at > 0 ? state.Links.Quick(path[at - 1]) : null,
            Next(state) is not null ? "Next question" : state.Reading.Decision.Outcome is null ? "See what is left" : "See the outcome");
    }

    /// <summary>What is asked next: neither answered nor put off; null: nothing.</summary>
    public static PlaybookQuestion? Next(IntakeState state) =>
        QuickCheck.Of(state.Playbook, state.Reading.Answers, putOff: state.Reading.Unsure).Next;

    /// <summary>Ids of the questions that were looked at, as they were last answered or put off one after the other.</summary>
    public static List<string> Path(IntakeState state)
    {
        var fields = state.Session.Shown.Fields;
        return
        [
            .. state.Playbook.Questions.Where(question => IsMine(state, question) && state.Session.Text(DraftKeys.Answer(question.Id)).Length > 0)
                .OrderBy(question => fields[DraftKeys.Answer(question.Id)].Version)
                .Select(question => question.Id),
        ];
    }

    /// <summary>As the full intake has it; and going on from a question needs an answer, if only that it is not known yet.</summary>
    public static string? ProblemOf(IntakeState state, string questionId, string key) => state.ProblemOf(key)
        ?? (key == DraftKeys.Answer(questionId) && state.Session.Text(key).Trim().Length == 0
            ? $"{state.Playbook.Question(questionId).Label}: answer it, or choose “{AnswerWords.Unsure}”"
            : null);

    private static bool IsMine(IntakeState state, PlaybookQuestion question) =>
        question.AnsweredBy == state.Playbook.FilingTeamId && state.Reading.Asking[question.Id] is not Asking.NotAsked;
}
