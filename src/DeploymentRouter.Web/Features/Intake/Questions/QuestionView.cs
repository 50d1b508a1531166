using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Web.Features.Intake.Questions;

/// <summary>A question on its page: asked, or offered because it may be.</summary>
/// <param name="Team">The team that answers it.</param>
/// <param name="IsYours">Whether the filing team does.</param>
/// <param name="MayNotBeNeeded">When it is asked, in words; null: it is asked.</param>
/// <param name="NoteNeeded">The chosen answer needs a note.</param>
/// <param name="Consequences">What the chosen answer brings with it.</param>
/// <param name="Matters">The outcome hinges on its answer, which is open.</param>
/// <param name="LeftOpen">Why leaving it open is fine; null: it is answered, or it still matters.</param>
public sealed record QuestionView(
    PlaybookQuestion Question,
    Team Team,
    bool IsYours,
    string? MayNotBeNeeded,
    bool NoteNeeded,
    IReadOnlyList<string> Consequences,
    bool Matters,
    string? LeftOpen)
{
    private const int MostButtons = 5;

    public string Key => DraftKeys.Answer(Question.Id);

    public string NoteKey => DraftKeys.Note(Question.Id);

    public string FieldId => IntakeLinks.FieldId(Key);

    /// <summary>More choices than buttons should stand side by side.</summary>
    public bool IsList => Question.Domain is OneOfDomain && Question.Values.Count > MostButtons;

    /// <summary>The questions of a topic that are asked or may be, in the playbook's order.</summary>
    public static IReadOnlyList<QuestionView> Of(IntakeReading reading, string topicId) =>
    [
        .. reading.Playbook.Questions
            .Where(question => question.TopicId == topicId && reading.Asking[question.Id] is not Asking.NotAsked)
            .Select(question => Of(reading, question)),
    ];

    /// <summary>What all questions of a page have in common: when they are asked at all; null: they differ, or they are asked.</summary>
    public static string? MayNotBeNeededAtAll(IReadOnlyList<QuestionView> questions) =>
        questions.Count > 1 && questions.Select(question => question.MayNotBeNeeded).Distinct(StringComparer.Ordinal).ToList() is [{ } all] ? all : null;

    public static QuestionView Of(IntakeReading reading, PlaybookQuestion question)
    {
        var chosen = Chosen(question, reading.Answers[question.Id]);
        return new QuestionView(
            question,
            reading.Playbook.Team(question.AnsweredBy),
            question.AnsweredBy == reading.Playbook.FilingTeamId,
            reading.Asking[question.Id] is Asking.MayBeAsked ? question.AskedWhenText : null,
            chosen.Any(value => question.NoteNeededFor.Contains(value.Id, StringComparer.Ordinal)),
            [.. chosen.Where(value => value.Consequence is not null).DistinctBy(Gist, StringComparer.Ordinal).Select(value => value.Consequence!)],
            reading.Decision.Open.Any(open => open.Id == question.Id),
            WhyOpenIsFine(reading, question));
    }

    private static IEnumerable<AnswerValue> Chosen(PlaybookQuestion question, Answer? answer) => answer switch
    {
        ChoicesAnswer { Values.Count: 0 } => question.None is { } none ? [none] : [],
        ChoicesAnswer choices => question.Values.Where(value => choices.Values.Contains(value.Id)),
        YesNoAnswer or ChoiceAnswer => question.Values.Where(value => value.Id == TypedAnswer.Write(answer)),
        _ => [],
    };

    // Two values that bring in the same team say the same sentence with another name in it; once is enough.
    private static string Gist(AnswerValue value) => value.Consequence!.Replace(value.Label, "", StringComparison.Ordinal);

    private static string? WhyOpenIsFine(IntakeReading reading, PlaybookQuestion question)
    {
        var decision = reading.Decision;
        if (question.AnsweredBy != reading.Playbook.FilingTeamId || reading.Answers[question.Id] is not null) return null;
        if (decision.Open.Any(open => open.Id == question.Id) || reading.ProblemOf(DraftKeys.Answer(question.Id)) is not null) return null;
        return decision.Outcome is { } outcome
            ? $"Left open, and that is fine: the outcome is {reading.Playbook.Strategy(outcome).ShortName}, whatever the answer is."
            : "Left open, and that is fine: this answer no longer changes the outcome.";
    }
}
