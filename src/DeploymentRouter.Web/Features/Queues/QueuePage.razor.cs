using System.Globalization;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace DeploymentRouter.Web.Features.Queues;

public sealed partial class QueuePage(
    Triage queue, RequestFeed feed, PlaybookInForce playbook, PeopleDirectory people, SignedIn signedIn, ReviewClaims claims, IJSRuntime js, TimeProvider time) : IDisposable
{
    private readonly Refreshing _refreshing = new();
    private readonly ClaimHolder _claim = new(claims);
    private ITimer? _minute;
    private QueueAddress? _shown;
    private Person? _person;
    private IReadOnlyList<Person> _colleagues = [];

    [Parameter]
    public required string Team { get; set; }

    [SupplyParameterFromQuery]
    private string? Stage { get; set; }

    [SupplyParameterFromQuery]
    private string? Assignee { get; set; }

    [SupplyParameterFromQuery]
    private string? Hold { get; set; }

    // Only while the page is rendered ahead of its circuit.
    [CascadingParameter]
    private HttpContext? Http { get; set; }

    // As text: an address may say anything, and what is no number says nothing.
    [SupplyParameterFromQuery(Name = "at")]
    private string? AtText { get; set; }

    private int? At => int.TryParse(AtText, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private Triage Queue => queue;

    private QueueAddress Address => new(Team, Stage, Assignee, Hold, At);

    // To the minute: rows whose words stay the same need not be drawn anew.
    private DateTime Now => new(time.GetUtcNow().UtcTicks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, DateTimeKind.Utc);

    // The review covers the list on a narrow screen only while the address says so.
    private bool IsOpen => At is not null && queue.List.Selected?.Number == At;

    private string Title => TeamStages.Of(playbook.Current, Team).FirstOrDefault(stage => stage.Id == Stage)?.Name
        ?? $"{queue.Team?.Name ?? Team} queue";

    protected override void OnInitialized()
    {
        queue.Changed += Render;
        feed.Changed += Hear;
        claims.Changed += HearClaim;
        _minute = time.CreateTimer(_ => Tick(), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
    }

    protected override async Task OnParametersSetAsync()
    {
        _person ??= await signedIn.PersonAsync();
        if (playbook.Current.Teams.FirstOrDefault(team => team.Id == Team) is not { } team)
        {
            Http.AnswerNotFound();
            return;
        }

        if (_shown is null || _shown with { At = null } != Address with { At = null })
        {
            _colleagues = await people.OfTeamAsync(team.Id);
            await queue.ShowAsync(team, _person, Address.FilterFor(_person));
        }

        if (At != _shown?.At && queue.List.Lines.FirstOrDefault(line => line.Number == At) is { } line)
            await queue.SelectAsync(line.RequestId);
        _shown = Address;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Only here: a page that is rendered ahead of its circuit is open to nobody.
        _claim.Follow(queue.Open, Team);
        if (queue.TakeFocus() && queue.List.Selected is { } line) await js.InvokeVoidAsync("shell.focus", QueueRow.IdOf(line.Number));
    }

    private void Render() => _ = InvokeAsync(StateHasChanged);

    // Some lines begin or end by themselves.
    private void Tick() => _ = InvokeAsync(async () =>
    {
        StateHasChanged();
        await _refreshing.RunAsync(queue.RefreshAsync);
    });

    private void HearClaim(Guid id) => Render();

    private void Hear(Guid id) => _ = InvokeAsync(() =>
    {
        queue.Hear(id);
        return _refreshing.RunAsync(queue.RefreshAsync);
    });

    public void Dispose()
    {
        queue.Changed -= Render;
        feed.Changed -= Hear;
        claims.Changed -= HearClaim;
        _claim.LetGo();
        _minute?.Dispose();
    }
}
