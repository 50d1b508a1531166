using System.Globalization;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Webhooks;
using DeploymentRouter.Web.Api.Webhooks;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace DeploymentRouter.Web.Features.Webhooks;

/// <summary>One webhook: how it fares, what was sent, and what can be done about it.</summary>
public sealed partial class WebhookPage(
    WebhookDesk desk, WebhookFeed feed, PlaybookInForce playbook, SignedIn signedIn, NavigationManager navigation, Toasts toasts) : IDisposable
{
    private readonly Refreshing _refreshing = new();
    private bool? _isMine;
    private bool _isMissing;
    private Person? _person;
    private WebhookLine? _line;
    private DeliveryPage? _page;
    private NewWebhook? _made;
    private bool _isChanging;
    private Asked? _asks;

    private enum Asked
    {
        Secret,
        Removal,
    }

    [Parameter]
    public Guid Id { get; set; }

    // As text: an address may say anything, and what is no state or number says nothing.
    [SupplyParameterFromQuery(Name = "state")]
    private string? StateText { get; set; }

    [SupplyParameterFromQuery(Name = "older")]
    private string? OlderText { get; set; }

    // Only while the page is rendered ahead of its circuit.
    [CascadingParameter]
    private HttpContext? Http { get; set; }

    public static string Address(Guid id) => $"/webhooks/{id}";

    private long? OlderThan => long.TryParse(OlderText, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;

    protected override void OnInitialized() => feed.Changed += Hear;

    protected override async Task OnParametersSetAsync()
    {
        _person ??= await signedIn.PersonAsync();
        _isMine = _person.May(Right.ManageWebhooks, playbook.Current);
        if (_isMine is false)
        {
            Http.AnswerNotYours();
            return;
        }

        if (_line?.Id != Id) (_line, _made, _isChanging, _asks) = (null, null, false, null);
        await ReadAsync();
        if (_isMissing) Http.AnswerNotFound();
    }

    private string At(string? state) => state is null ? Address(Id) : $"{Address(Id)}?state={state}";

    private async Task ReadAsync()
    {
        _line = (await desk.FindAsync(Id, _person!)).Line;
        _page = (await desk.DeliveriesAsync(Id, DeliveryStates.Of(StateText), OlderThan, _person!)).Page;
        _isMissing = _line is null;
        StateHasChanged();
    }

    private Task PauseAsync() => DoAsync(desk.PauseAsync(Id, _person!), "Paused. What happens meanwhile is not told later.");

    private Task ResumeAsync() => DoAsync(desk.ResumeAsync(Id, _person!), "It is told again, beginning with what waits.");

    private async Task PingAsync()
    {
        var (_, refusal) = await desk.PingAsync(Id, _person!);
        await SayAsync(refusal, "A test is on its way. What became of it stands below in a moment.");
    }

    private async Task SendAgainAsync(DeliveryLine delivery)
    {
        var (_, refusal) = await desk.SendAgainAsync(Id, delivery.Id, _person!);
        await SayAsync(refusal, "It is sent again, under the same name.");
    }

    private async Task<Refusal?> ChangeAsync(WebhookLine seen, WebhookWish wish)
    {
        var (line, refusal) = await desk.ChangeAsync(Id, seen.Version, wish, _person!);
        if (line is null) return refusal;
        _isChanging = false;
        await SayAsync(null, "Saved.");
        return null;
    }

    private async Task DoAskedAsync()
    {
        var asked = _asks;
        _asks = null;
        if (asked is Asked.Removal)
        {
            var name = _line?.Name;
            if ((await desk.RemoveAsync(Id, _person!)).Refusal is { } kept) toasts.Say(kept.Sentence);
            else toasts.Say($"{name} is removed.");
            navigation.NavigateTo("/webhooks");
            return;
        }

        var (made, refusal) = await desk.RotateAsync(Id, _person!);
        _made = made ?? _made;
        await SayAsync(refusal, null);
    }

    private async Task DoAsync(Task<(WebhookLine? Line, Refusal? Refusal)> act, string done) => await SayAsync((await act).Refusal, done);

    private async Task SayAsync(Refusal? refusal, string? done)
    {
        if ((refusal?.Sentence ?? done) is { } says) toasts.Say(says);
        await ReadAsync();
    }

    private void Hear(Guid id) => _ = id == Id && _person is not null ? InvokeAsync(() => _refreshing.RunAsync(ReadAsync)) : null;

    public void Dispose() => feed.Changed -= Hear;
}
