using System.Text.Json;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.Api.Requests;

/// <summary>A request to file: what the intake asks. Whatever is not known is left out.</summary>
/// <param name="Answers">By question: true, a value, a list of values, or a whole number.</param>
/// <param name="Notes">Notes to answers, by question.</param>
/// <param name="DifferentFrom">Numbers of the look-alike requests that this one is said to be different from.</param>
internal sealed record NewRequestBody(
    CustomerBody Customer,
    IReadOnlyDictionary<string, JsonElement>? Answers = null,
    IReadOnlyDictionary<string, string>? Notes = null,
    IReadOnlyList<int>? DifferentFrom = null)
{
    private static readonly Dictionary<string, JsonElement> Nothing = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string> NoNotes = new(StringComparer.Ordinal);

    /// <summary>Why it cannot be read; null: it can, as the <paramref name="draft"/> that somebody would have typed.</summary>
    public Refusal? Read(Playbook playbook, Guid key, Person by, DateTime now, out Draft draft)
    {
        draft = Draft.Start(key, by.Id, now);
        if (AnswersIn.Read(playbook, Answers ?? Nothing, out var answers) is { } bad) return bad;
        foreach (var id in answers.Keys.Concat(Notes?.Keys ?? []))
        {
            if (playbook.Questions.FirstOrDefault(question => question.Id == id) is not { } question) return Refusals.UnknownQuestion(id);
            if (question.AnsweredBy != playbook.FilingTeamId) return Refusals.NotYourQuestion(question.Label, playbook.Team(question.AnsweredBy).Name);
        }

        List<(string Key, string? Text)> fields =
        [
            .. Customer.Fields,
            .. answers.Select(answer => (DraftKeys.Answer(answer.Key), answer.Value is null ? null : TypedAnswer.Write(answer.Value))),
            .. (Notes ?? NoNotes).Select(note => (DraftKeys.Note(note.Key), (string?)note.Value)),
            (DraftKeys.DifferentFrom, DifferentFrom is { Count: > 0 } ? string.Join(',', DifferentFrom) : null),
        ];
        if (fields.Exists(field => field.Text?.Length > Draft.MaxText)) return Refusals.TextTooLong(Draft.MaxText);
        foreach (var (name, text) in fields) draft = draft.With(name, text, draft.Version, now).Draft;
        return null;
    }
}
