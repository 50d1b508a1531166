using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.Features.Intake.Drafts;
using DeploymentRouter.Web.Features.Intake.Quick;
using DeploymentRouter.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace DeploymentRouter.Web.Features.Intake;

/// <summary>A draft, one page at a time: the customer, the topics, the check.</summary>
public sealed partial class IntakePage(
    DraftSessions sessions, IntakeReader reader, PlaybookInForce playbook, RequestStore requests,
    SignedIn signedIn, NavigationManager navigation, TimeProvider time, IJSRuntime js) : IAsyncDisposable
{
    private readonly StepErrors _errors = new();
    private DraftSession? _session;
    private IntakeState? _state;
    private Person? _person;
    private Team? _mayNotFile;
    private int? _filedAs;
    private bool _isMissing;
    private string? _shownAt;

    [Parameter]
    public Guid DraftId { get; set; }

    /// <summary>Null for the customer page, <c>check</c>, <c>quick-check</c>, or a topic's id.</summary>
    [Parameter]
    public string? Step { get; set; }

    /// <summary>The question that the quick check asks here; null: where it stands.</summary>
    [Parameter]
    public string? QuestionId { get; set; }

    // Only while the page is rendered ahead of its circuit.
    [CascadingParameter]
    private HttpContext? Http { get; set; }

    /// <summary><c>check</c>: the page was entered to change one answer, and leads back there.</summary>
    [SupplyParameterFromQuery]
    public string? From { get; set; }

    private bool IsCheck => Step == IntakeLinks.CheckStep;

    private bool IsQuick => Step == IntakeLinks.QuickStep;

    private bool BackToCheck => From == IntakeLinks.CheckStep;

    // By the playbook that the shown answers were read by: another one may just have come.
    private Topic? Topic => (_state?.Playbook ?? playbook.Current).Topics.FirstOrDefault(topic => topic.Id == Step);

    public async ValueTask DisposeAsync()
    {
        playbook.Replaced -= OnReplaced;
        if (_session is not null) await _session.DisposeAsync();
    }

    protected override async Task OnParametersSetAsync()
    {
        _errors.Check([], _ => null);
        if (_session?.Draft.Id != DraftId) await BeginAsync();
        if (_isMissing || _state is not null && !IsAPage()) Http.AnswerNotFound();
        else if (_state is not null && IsQuick) Lead(_state);
    }

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) playbook.Replaced += OnReplaced;
    }

    private void OnReplaced() => _ = InvokeAsync(() =>
    {
        Refresh();
        // The page of a topic or a question that is gone.
        if (_state is not null && !IsAPage()) navigation.NavigateTo(_state.Links.Check, replace: true);
    });

    private async Task BeginAsync()
    {
        if (_session is not null) await _session.DisposeAsync();
        (_session, _state, _filedAs, _isMissing) = (null, null, null, false);
        _person = await signedIn.PersonAsync();
        if (_person.TeamId == playbook.Current.FilingTeamId) await OpenAsync();
        else _mayNotFile = playbook.Current.Team(playbook.Current.FilingTeamId);
        if (_filedAs is not null) navigation.NavigateTo($"/requests/{_filedAs}", replace: true);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // A link to a question leads to its field, any other to the title.
        if (_state is null || _shownAt == navigation.Uri) return;
        _shownAt = navigation.Uri;
        await js.InvokeVoidAsync("shell.focus", navigation.ToAbsoluteUri(navigation.Uri).Fragment.TrimStart('#'));
    }

    private async Task OpenAsync()
    {
        _session = await sessions.OpenAsync(DraftId, _person!.Id, InvokeAsync, Refresh);
        if (_session is null)
        {
            _isMissing = true;
            return;
        }

        if (_session.Draft.RequestId is not null)
        {
            _filedAs = (await requests.FindAsync(_session.Draft.RequestId.Value, await signedIn.SightAsync()))?.Number;
            return;
        }

        if (RendererInfo.IsInteractive) _session.Follow();
        Refresh();
    }

    private bool IsAPage() => (Step, QuestionId) switch
    {
        (null or IntakeLinks.CheckStep, null) => true,
        (IntakeLinks.QuickStep, var id) => id is null || _state!.Playbook.Questions.Any(question => question.Id == id),
        _ => Topic is not null && QuestionId is null,
    };

    // The place where a quick check stands is a question while there is one to ask; a question that is not asked is no place.
    private void Lead(IntakeState state)
    {
        if (QuestionId is null && QuickView.Next(state) is { } next) navigation.NavigateTo(state.Links.Quick(next.Id), replace: true);
        else if (QuestionId is { } id && QuickView.Of(state, id) is null) navigation.NavigateTo(state.Links.QuickStart, replace: true);
    }

    private void Refresh()
    {
        if (_session is null) return;
        _state = IntakeState.Of(_session, reader, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        if (_session.IsGone) _ = InvokeAsync(LeaveAsync);
        StateHasChanged();
    }

    // Filed in another tab: there is a request to look at. Discarded there: there is nothing any more. Either is shown where it
    // happened; nobody is sent elsewhere while they look at something.
    private async Task LeaveAsync()
    {
        if (_session is not { IsGone: true } gone) return;
        (_session, _state) = (null, null);
        await gone.DisposeAsync();
        await OpenAsync();
        StateHasChanged();
    }

    private async Task ContinueAsync(IReadOnlyList<string> keys)
    {
        await _session!.FlushAsync();
        if (_session.IsGone || _state is null || !_errors.Check(keys, ProblemOf)) return;
        navigation.NavigateTo(
            IsQuick ? QuickView.Next(_state) is { } next ? _state.Links.Quick(next.Id) : _state.Links.QuickStart
            : BackToCheck ? _state.Links.Check
            : _state.After(Step)?.Href ?? _state.Links.Check);
    }

    private string? ProblemOf(string key) => IsQuick && QuestionId is { } id ? QuickView.ProblemOf(_state!, id, key) : _state!.ProblemOf(key);
}
