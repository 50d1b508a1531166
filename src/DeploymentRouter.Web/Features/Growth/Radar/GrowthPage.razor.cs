using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Growth;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.Features.Queues;
using DeploymentRouter.Web.Features.Requests;
using DeploymentRouter.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace DeploymentRouter.Web.Features.Growth.Radar;

public sealed partial class GrowthPage(GrowthRadar radar, PlaybookInForce playbook, RequestFeed feed, SignedIn signedIn) : IDisposable
{
    // However much changes, all accounts are read again no more often than this.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource _gone = new();
    private readonly Refreshing _refreshing = new();
    private RadarPage? _page;

    [SupplyParameterFromQuery(Name = "who")]
    private string? WhoText { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    private RadarAddress Address => new(WhoText, PageText);

    private Person Person { get; set; } = new("", "", "", IsAdmin: false);

    private IReadOnlyList<FilterOption> Who =>
    [
        new("all", RadarAddress.Path, !Address.IsMine),
        new("mine", new RadarAddress("mine").ToString(), Address.IsMine),
    ];

    private string Shown => _page is not { } page ? ""
        : $"{Named.Count(page.Total, "account", "accounts")}{(page.Pages > 1 ? $", page {page.Page} of {page.Pages}" : "")}{(page.IsCutShort ? $". Only {GrowthRadar.MostAccounts:N0} were looked at" : "")}.";

    protected override void OnInitialized() => feed.Changed += Hear;

    protected override async Task OnParametersSetAsync()
    {
        Person = await signedIn.PersonAsync();
        await ReadAsync();
    }

    private async Task ReadAsync() => _page = await radar.PageAsync(Address.IsMine ? Person.Id : null, Address.Number, await signedIn.SightAsync());

    private void Hear(Guid id) => _ = InvokeAsync(async () =>
    {
        if (_gone.IsCancellationRequested || !await radar.ConcernsAsync(id, await signedIn.SightAsync())) return;
        await _refreshing.RunAsync(async () =>
        {
            if (_gone.IsCancellationRequested) return;
            await ReadAsync();
            StateHasChanged();
            await Task.Delay(Pause, _gone.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        });
    });

    public void Dispose()
    {
        feed.Changed -= Hear;
        _gone.Cancel();
        _gone.Dispose();
    }
}
