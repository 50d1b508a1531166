using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace DeploymentRouter.Web.Features.Requests.Listing;

public sealed partial class RequestsPage(RequestList list, RequestFeed feed, PlaybookInForce playbook, SignedIn signedIn, NavigationManager navigation, TimeProvider time) : IDisposable
{
    // Many requests may change in a moment; the list is read again once.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(400);
    private RequestListPage? _page;
    private IReadOnlyList<ListLine> _lines = [];
    private string? _says;
    private bool _stale;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Words { get; set; }

    [SupplyParameterFromQuery]
    private string? Strategy { get; set; }

    [SupplyParameterFromQuery]
    private string? Team { get; set; }

    [SupplyParameterFromQuery]
    private string? Stage { get; set; }

    [SupplyParameterFromQuery]
    private string? State { get; set; }

    [SupplyParameterFromQuery]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery]
    private string? After { get; set; }

    [SupplyParameterFromQuery]
    private string? Before { get; set; }

    private ListAddress Address => new(Words, Strategy, Team, Stage, State, Sort, After, Before);

    private Playbook Playbook => playbook.Current;

    private NavigationManager Navigation => navigation;

    private string Shown => $"{Named.Count(_lines.Count, "request", "requests")} shown{(_page!.HasMore ? ", more follow" : "")}{(_page.IsCutShort ? $". Only the latest {RequestList.MostMatches} that match were looked at; another word narrows it down" : "")}.";

    private string NoMatch => string.IsNullOrWhiteSpace(Words)
        ? "Nothing stands at these filters now."
        : $"No customer with “{Words.Trim()}” at these filters. Words match from their beginning; accents do not matter.";

    protected override void OnInitialized() => feed.Changed += Hear;

    protected override async Task OnParametersSetAsync()
    {
        if (Address.Number() is { } number && await list.HasNumberAsync(number, await signedIn.SightAsync()))
        {
            navigation.NavigateTo(FormattableString.Invariant($"/requests/{number}"), replace: true);
            return;
        }

        await ReadAsync();
        _says = Shown;
    }

    private async Task ReadAsync()
    {
        var asked = Address;
        var page = await list.PageAsync(asked.Filter(), asked.From(), await signedIn.SightAsync());
        // A live refresh that was begun for another address comes too late.
        if (asked != Address) return;
        _page = page;
        _lines = [.. _page.Items.Select(item => ListLine.Of(item, Playbook, time.GetUtcNow().UtcDateTime))];
    }

    private static string Cursor(RequestListItem item) => new RequestCursor(item.Key, item.Number, Backwards: false).Text;

    private void Hear(Guid id) => _ = InvokeAsync(async () =>
    {
        if (_stale) return;
        _stale = true;
        await Task.Delay(Gathering, time);
        _stale = false;
        await ReadAsync();
        StateHasChanged();
    });

    public void Dispose() => feed.Changed -= Hear;
}
