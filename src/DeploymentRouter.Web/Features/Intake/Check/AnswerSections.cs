using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Web.Features.Intake.Check;

/// <summary>All that will be sent, page by page.</summary>
public static class AnswerSections
{
    public static IReadOnlyList<AnswerSection> Of(IntakeState state) =>
    [
        new AnswerSection("Customer", null, CustomerRows.Of(state)),
        .. state.Playbook.Topics.Select(topic => OfTopic(topic, state)).Where(section => section.Rows.Count > 0),
    ];

    private static AnswerSection OfTopic(Topic topic, IntakeState state)
    {
        var questions = state.Playbook.Questions
            .Where(question => question.TopicId == topic.Id && state.Reading.Asking[question.Id] is not Asking.NotAsked)
            .ToList();
        var maybe = questions.Count > 0 && questions.TrueForAll(question => state.Reading.Asking[question.Id] is Asking.MayBeAsked);
        return new AnswerSection(topic.Title, maybe ? "May not be needed" : null, [.. questions.Select(question => Row(question, state))]);
    }

    private static AnswerRow Row(PlaybookQuestion question, IntakeState state)
    {
        var reading = state.Reading;
        if (question.AnsweredBy != reading.Playbook.FilingTeamId)
            return Theirs(question, reading);

        var key = DraftKeys.Answer(question.Id);
        var answer = reading.Answers[question.Id];
        var problem = state.ProblemOf(key) ?? state.ProblemOf(DraftKeys.Note(question.Id));
        var typed = problem is not null && answer is null ? state.Session.Text(key) : null;
        return new AnswerRow(
            question.Label,
            answer is null ? typed : Wording.Label(question, answer),
            answer is null ? [Matters(question, reading)] : [.. Details(question, answer, reading)],
            state.Links.Change(reading.Playbook, problem is not null && state.ProblemOf(key) is null ? DraftKeys.Note(question.Id) : key),
            Problem: problem)
        {
            IsNumber = question.Domain is WholeNumberDomain,
        };
    }

    private static AnswerRow Theirs(PlaybookQuestion question, IntakeReading reading)
    {
        var team = reading.Playbook.Team(question.AnsweredBy);
        var matters = reading.Decision.Open.Any(open => open.Id == question.Id);
        return new AnswerRow(question.Label, null, [Matters(question, reading)], null, matters ? team : null) { OpenWords = $"Left to {team.Name}" };
    }

    private static IEnumerable<string> Details(PlaybookQuestion question, Answer answer, IntakeReading reading)
    {
        if (reading.Notes.TryGetValue(question.Id, out var note)) yield return $"“{note.Trim()}”";
        var chosen = answer is ChoicesAnswer choices ? choices.Values : [TypedAnswer.Write(answer)];
        if (question.Values.FirstOrDefault(value => chosen.Contains(value.Id) && value.Consequence is not null) is { Consequence: { } brings })
            yield return FirstSentence(brings);
    }

    private static string Matters(PlaybookQuestion question, IntakeReading reading) =>
        reading.Decision.Open.Any(open => open.Id == question.Id) ? "The outcome hinges on it" : "Does not change the outcome";

    private static string FirstSentence(string text) =>
        text.IndexOf(". ", StringComparison.Ordinal) is var end and > 0 ? text[..end] : text.TrimEnd('.');
}
