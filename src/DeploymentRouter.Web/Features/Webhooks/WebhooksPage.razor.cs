using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Webhooks;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace DeploymentRouter.Web.Features.Webhooks;

/// <summary>Who is told what happens, and how each fares.</summary>
public sealed partial class WebhooksPage(WebhookDesk desk, WebhookFeed feed, PlaybookInForce playbook, SignedIn signedIn) : IDisposable
{
    private readonly Refreshing _refreshing = new();
    private bool? _isMine;
    private Person? _person;
    private IReadOnlyList<WebhookLine>? _lines;
    private NewWebhook? _made;
    private bool _isMaking;

    // Only while the page is rendered ahead of its circuit.
    [CascadingParameter]
    private HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _person = await signedIn.PersonAsync();
        _isMine = _person.May(Right.ManageWebhooks, playbook.Current);
        if (_isMine is false)
        {
            Http.AnswerNotYours();
            return;
        }

        feed.Changed += Hear;
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        _lines = (await desk.ListAsync(_person!)).Lines;
        StateHasChanged();
    }

    private async Task<Refusal?> MakeAsync(WebhookWish wish)
    {
        var (made, refusal) = await desk.MakeAsync(wish, _person!);
        if (made is null) return refusal;
        (_made, _isMaking) = (made, false);
        await ReadAsync();
        return null;
    }

    private void Hear(Guid id) => _ = InvokeAsync(() => _refreshing.RunAsync(ReadAsync));

    public void Dispose() => feed.Changed -= Hear;
}
