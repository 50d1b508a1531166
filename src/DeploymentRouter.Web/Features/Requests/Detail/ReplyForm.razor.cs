using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>Answers what a reviewer asked, in one act. What is typed is kept until then.</summary>
public sealed partial class ReplyForm(UnsentTexts unsent)
{
    private const string Prefix = "reply.";
    private const string TextKey = "text";
    private const string TextId = "reply-text";
    private readonly Dictionary<string, string> _typed = new(StringComparer.Ordinal);
    private IReadOnlyList<FieldError> _errors = [];

    [CascadingParameter]
    public required OpenRequest Open { get; set; }

    [Parameter, EditorRequired]
    public required ReplyView View { get; set; }

    protected override async Task OnInitializedAsync()
    {
        foreach (var (field, text) in await unsent.OfAsync(Open.Person.Id, Open.Request.Id))
        {
            if (field.StartsWith(Prefix, StringComparison.Ordinal)) _typed[field[Prefix.Length..]] = text.Text;
        }
    }

    private static string QuestionKey(string id) => $"q.{id}";

    private static string NoteKey(string id) => $"n.{id}";

    private static string FieldKey(string id) => $"f.{id}";

    private static string QuestionId(string id) => $"reply-{id}";

    private static string NoteId(string id) => $"reply-{id}-note";

    private string TextOf(PlaybookQuestion question) => _typed.GetValueOrDefault(QuestionKey(question.Id))
        ?? (Open.Request.Answers[question.Id] is { } answer ? TypedAnswer.Write(answer) : "");

    private string NoteOf(string id) => _typed.GetValueOrDefault(NoteKey(id)) ?? Open.Request.AnswerNotes.GetValueOrDefault(id, "");

    private string ValueOf(string id) => _typed.GetValueOrDefault(FieldKey(id)) ?? Open.Request.Form.GetValueOrDefault(id, "");

    private bool NeedsNote(PlaybookQuestion question) => TypedAnswer.Chosen(TextOf(question)).Overlaps(question.NoteNeededFor);

    private string? ErrorOf(string id) => _errors.FirstOrDefault(error => error.FieldId == id)?.Message;

    private async Task TypeAsync(string key, string text)
    {
        _typed[key] = text;
        await unsent.KeepAsync(Open.Person.Id, Open.Request.Id, Prefix + key, text);
    }

    private async Task SendAsync()
    {
        _errors = [.. Problems()];
        if (_errors.Count > 0) return;
        var answers = View.Questions.ToDictionary(question => question.Id, question => TypedAnswer.Read(question, TextOf(question)).Answer, StringComparer.Ordinal);
        var notes = View.Questions.Where(question => NoteOf(question.Id).Length > 0)
            .ToDictionary(question => question.Id, question => NoteOf(question.Id).Trim(), StringComparer.Ordinal);
        var fields = View.Fields.ToDictionary(field => field.Id, field => ValueOf(field.Id), StringComparer.Ordinal);
        var text = _typed.GetValueOrDefault(TextKey, "");
        if (await Open.DoAsync((request, now) => request.Reply(answers, notes, fields, text, Open.Person, now)))
            await unsent.ForgetAsync(Open.Person.Id, Open.Request.Id, Prefix);
    }

    private IEnumerable<FieldError> Problems()
    {
        foreach (var question in View.Questions)
        {
            if (TypedAnswer.Read(question, TextOf(question)).Problem is { } problem) yield return new FieldError(QuestionId(question.Id), problem);
            if (NeedsNote(question) && string.IsNullOrWhiteSpace(NoteOf(question.Id))) yield return new FieldError(NoteId(question.Id), $"{question.Label}: add a short note.");
        }

        foreach (var error in FormView.Problems(View.Fields, View.Fields.ToDictionary(field => field.Id, field => ValueOf(field.Id), StringComparer.Ordinal)))
            yield return error;
        if (!Changes && string.IsNullOrWhiteSpace(_typed.GetValueOrDefault(TextKey))) yield return new FieldError(TextId, Refusals.TextNeeded("what you found").Sentence);
    }

    private bool Changes =>
        View.Questions.Any(question => !Equals(TypedAnswer.Read(question, TextOf(question)).Answer, Open.Request.Answers[question.Id])
            || NoteOf(question.Id).Trim() != Open.Request.AnswerNotes.GetValueOrDefault(question.Id, ""))
        || View.Fields.Any(one => ValueOf(one.Id).Trim() != Open.Request.Form.GetValueOrDefault(one.Id, ""));
}
