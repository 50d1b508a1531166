using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Features.Intake.Drafts;
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

    /// <summary>Null for the customer page, <c>check</c>, or a topic's id.</summary>
    [Parameter]
    public string? Step { get; set; }

    /// <summary><c>check</c>: the page was entered to change one answer, and leads back there.</summary>
    [SupplyParameterFromQuery]
    public string? From { get; set; }

    private bool IsCheck => Step == IntakeLinks.CheckStep;

    private bool BackToCheck => From == IntakeLinks.CheckStep;

    private Topic? Topic => playbook.Current.Topics.FirstOrDefault(topic => topic.Id == Step);

    public async ValueTask DisposeAsync()
    {
        if (_session is not null) await _session.DisposeAsync();
    }

    protected override async Task OnParametersSetAsync()
    {
        _errors.Check([], _ => null);
        if (_session?.Draft.Id == DraftId) return;
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
            _filedAs = (await requests.FindAsync(_session.Draft.RequestId.Value))?.Number;
            return;
        }

        if (RendererInfo.IsInteractive) _session.Follow();
        Refresh();
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
        if (_session.IsGone || _state is null || !_errors.Check(keys, _state.ProblemOf)) return;
        var topicId = Step;
        navigation.NavigateTo(BackToCheck ? _state.Links.Check : _state.After(topicId)?.Href ?? _state.Links.Check);
    }
}
