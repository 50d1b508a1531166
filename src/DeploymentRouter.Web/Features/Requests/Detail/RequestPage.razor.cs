using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace DeploymentRouter.Web.Features.Requests.Detail;

public sealed partial class RequestPage(
    RequestStore store, RequestDesk desk, RequestFeed feed, Following following, SignedIn signedIn, Toasts toasts, TimeProvider time, IJSRuntime js) : IDisposable
{
    private readonly Refreshing _refreshing = new();
    private OpenRequest? _open;
    private bool _missing;
    private bool _follows;
    private (int ActsDone, bool Asks) _before;

    [Parameter]
    public int Number { get; set; }

    [SupplyParameterFromQuery(Name = "history")]
    private string? History { get; set; }

    [SupplyParameterFromQuery(Name = "shown")]
    private string? ShownText { get; set; }

    // Only while the page is rendered ahead of its circuit.
    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private IReadOnlyList<Crumb> Crumbs => [new("Requests", "/requests"), new(RequestNumber.Text(Number))];

    private int Shown => HistoryAddress.Shown(ShownText);

    private HistoryFilter Filter => HistoryAddress.Filter(History);

    private ActsView Acts => ActsView.Of(_open!.Request, _open.Person);

    private FormView Form => FormView.Of(_open!.Request, _open.Person);

    protected override void OnInitialized() => feed.Changed += Hear;

    protected override async Task OnParametersSetAsync()
    {
        if (_open?.Request.Number == Number) return;
        _open = null;
        var (person, sight) = (await signedIn.PersonAsync(), await signedIn.SightAsync());
        if (await store.FindAsync(Number, sight) is not { } request)
        {
            _missing = true;
            Http.AnswerNotFound();
            return;
        }

        _follows = await following.FollowsAsync(person.Id, request.Id);
        _open = new OpenRequest(request, person, sight, signedIn.SightAsync, desk, toasts, time);
        _before = default;
        _open.Changed += () => _ = InvokeAsync(StateHasChanged);
    }

    // An act may take its own button off the page, and a dialog goes without giving the focus back.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_open is null || _before == (_open.ActsDone, _open.Asked is not null)) return;
        var goesOn = _open.ActsDone != _before.ActsDone || _before.Asks && _open.Asked is null;
        _before = (_open.ActsDone, _open.Asked is not null);
        if (goesOn) await js.InvokeVoidAsync("keepFocus", "work");
    }

    private async Task FollowAsync(bool follows)
    {
        await following.SetAsync(_open!.Person.Id, _open.Request.Id, follows);
        _follows = follows;
    }

    private void Hear(Guid id)
    {
        if (_open?.Request.Id == id) _ = InvokeAsync(() => _refreshing.RunAsync(RefreshAsync));
    }

    private async Task RefreshAsync()
    {
        if (_open is not { } open) return;
        if (await store.FindAsync(open.Request.Id, await open.LookAsync()) is { } fresh)
        {
            open.Refresh(fresh);
            return;
        }

        // It went out of sight while it was open.
        (_open, _missing) = (null, true);
        StateHasChanged();
    }

    public void Dispose() => feed.Changed -= Hear;
}
