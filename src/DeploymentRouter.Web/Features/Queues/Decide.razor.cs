using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Features.Requests.Detail;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace DeploymentRouter.Web.Features.Queues;

public sealed partial class Decide(UnsentTexts unsent, IJSRuntime js)
{
    private const string NoteField = "queue.note";
    private const string NoteId = "decide-note";
    private const string ReasonId = "decide-reason";
    private string _note = "";
    private string _reason = "";
    private string? _noteError;
    private string? _reasonError;
    private bool _declining;
    private SendBackChoices _choices = new([], []);
    private SendBackTicks _ticks = new();
    private string? _focus;

    [CascadingParameter]
    public required OpenRequest Open { get; set; }

    [Parameter, EditorRequired]
    public required Triage Queue { get; set; }

    private DecideView View => DecideView.Of(Open.Request, Open.Person);

    private static string KeyOf(ActChoice choice) => choice.Act is RequestAct.Decline ? "2" : "3";

    protected override void OnInitialized()
    {
        _choices = SendBackChoices.Of(Open.Request);
        _ticks = SendBackTicks.Of(_choices);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus is not { } id) return;
        _focus = null;
        await js.InvokeVoidAsync("shell.focus", id);
    }

    private async Task WithNoteAsync(RequestAct act)
    {
        if (act is RequestAct.Decline) (_declining, _focus) = (true, ReasonId);
        else if (HasNote("Write what is missing. The others read it."))
            await DoAsync(act, (request, now) => act is RequestAct.Return
                ? request.Return(_note, Open.Person, now)
                : _ticks.SendBack(request, _note, Open.Person, now));
    }

    private async Task DeclineAsync()
    {
        _reasonError = _reason is "" ? Refusals.UnknownReason().Sentence : null;
        if (HasNote("Write why, in words for CE and Sales.") && _reasonError is null)
            await DoAsync(RequestAct.Decline, (request, now) => request.Decline(_reason, _note, Open.Person, now));
        else if (_reasonError is not null)
            _focus = ReasonId;
    }

    private async Task AnswerAsync(string value)
    {
        var question = View.Question!;
        if (question.NoteNeededFor.Contains(value, StringComparer.Ordinal) && !HasNote($"{question.Label}: add a short note.")) return;
        Answer answer = question.Domain is YesNoDomain ? new YesNoAnswer(value == "yes") : new ChoiceAnswer(value);
        await DoAsync(RequestAct.Answer, (request, now) => request.ChangeAnswers(
            new Dictionary<string, Answer?>(StringComparer.Ordinal) { [question.Id] = answer },
            new Dictionary<string, string>(StringComparer.Ordinal) { [question.Id] = _note.Trim() },
            Open.Person,
            now));
    }

    private bool HasNote(string sentence)
    {
        _noteError = string.IsNullOrWhiteSpace(_note) ? sentence : null;
        if (_noteError is not null) _focus = NoteId;
        return _noteError is null;
    }

    private Task DoAsync(RequestAct what, Func<Request, DateTime, Outcome> act) => Queue.DoAsync(what, async open =>
    {
        if (await open.DoAsync(act)) await unsent.ForgetAsync(open.Person.Id, open.Request.Id, NoteField);
    });
}
