using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace DeploymentRouter.Web.Features.Teams;

/// <summary>The members of a team, what each can carry, and whether what comes is assigned in turn.</summary>
public sealed partial class TeamPage(
    TeamRoster roster, TeamDesk desk, AuditLog audit, PlaybookInForce playbook, RequestFeed feed, SignedIn signedIn, Toasts toasts, TimeProvider time) : IDisposable
{
    private readonly Refreshing _refreshing = new();
    private Team? _team;
    private Person? _person;
    private TeamView? _view;
    private IReadOnlyList<AuditEntry> _changes = [];
    private bool _isMissing;

    [Parameter]
    public required string TeamId { get; set; }

    // Only while the page is rendered ahead of its circuit.
    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private IReadOnlyList<Crumb> Crumbs => [new($"{_team!.Name} queue", $"/queues/{TeamId}"), new(_team.FullName)];

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    protected override void OnInitialized() => feed.Changed += Hear;

    protected override async Task OnParametersSetAsync()
    {
        if (_team?.Id == TeamId) return;
        _view = null;
        _person = await signedIn.PersonAsync();
        _team = playbook.Current.Teams.FirstOrDefault(team => team.Id == TeamId);
        _isMissing = _team is null;
        if (_isMissing) Http.AnswerNotFound();
        else await ReadAsync();
    }

    private async Task ReadAsync()
    {
        if (_team is not { } team) return;
        _view = TeamView.Of(playbook.Current, team, await roster.OfAsync(team.Id), _person!, Today);
        _changes = await audit.OfAsync(AuditLog.OfTeam(team.Id));
        StateHasChanged();
    }

    private async Task SetAutomaticAsync(bool isOn)
    {
        var outcome = await ActAsync((on, team, by) => on.SetAutomaticAsync(team, isOn, by));
        if (outcome.Succeeded) toasts.Say(isOn ? $"From now on what {_team!.Name} gets is assigned." : $"What {_team!.Name} gets waits until somebody takes it.");
    }

    // Somebody else may have changed the team meanwhile: a refusal is shown beside what is so now.
    private async Task<Outcome> ActAsync(Func<TeamDesk, Team, Person, Task<Outcome>> act)
    {
        var outcome = await act(desk, _team!, _person!);
        await ReadAsync();
        return outcome;
    }

    private void Hear(Guid id) => _ = InvokeAsync(() => _refreshing.RunAsync(ReadAsync));

    public void Dispose() => feed.Changed -= Hear;
}
