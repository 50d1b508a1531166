using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.Features.Requests.Detail;
using DeploymentRouter.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace DeploymentRouter.Web.Features.Growth.Engaging;

public sealed partial class EngagePage(
    RequestStore store, RequestDesk desk, UnsentTexts unsent, SignedIn signedIn, Toasts toasts, TimeProvider time, NavigationManager navigation)
{
    private OpenRequest? _open;
    private EngageView? _view;
    private EngageDraft _draft = null!;
    private IReadOnlyList<FieldError> _errors = [];
    private string? _refusal;

    [Parameter]
    public int Number { get; set; }

    private string Back => FormattableString.Invariant($"/requests/{Number}");

    private IReadOnlyList<Crumb> Crumbs => [new("Growth", "/growth"), new(RequestNumber.Text(Number), Back), new(_view?.Label ?? "Engage")];

    protected override async Task OnParametersSetAsync()
    {
        if (_open?.Request.Number == Number) return;
        (_open, _view) = (null, null);
        var (person, sight) = (await signedIn.PersonAsync(), await signedIn.SightAsync());
        var request = await store.FindAsync(Number, sight);
        _refusal = request is null ? $"There is no {RequestNumber.Text(Number)}." : request.WhyNot(RequestAct.Engage, person)?.Sentence;
        if (request is null || _refusal is not null) return;
        _draft = new EngageDraft(unsent, person.Id, request.Id);
        await _draft.ReadAsync();
        _open = new OpenRequest(request, person, sight, signedIn.SightAsync, desk, toasts, time);
        _open.Changed += () => _ = InvokeAsync(StateHasChanged);
        _view = EngageView.Of(request, _open.Now);
    }

    private string? ErrorOf(string id) => _errors.FirstOrDefault(error => error.FieldId == id)?.Message;

    private async Task SendAsync()
    {
        var view = _view = EngageView.Of(_open!.Request, _open.Now);
        _errors = _draft.Problems(view);
        if (_errors.Count > 0) return;
        var form = _draft.Form(view);
        if (!await _open.DoAsync((request, now) => request.Engage(form, _open.Person, now))) return;
        await _draft.ForgetAsync();
        navigation.NavigateTo(Back);
    }
}
