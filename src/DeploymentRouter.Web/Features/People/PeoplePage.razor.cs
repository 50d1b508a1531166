using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace DeploymentRouter.Web.Features.People;

/// <summary>Where administrators look after who may come in.</summary>
public sealed partial class PeoplePage(PeopleList list, PeopleDesk desk, Sights sights, RightsSetup setup, PlaybookInForce playbook, SignedIn signedIn, NavigationManager navigation)
{
    private Person? _person;
    private IReadOnlyList<PersonLine>? _lines;
    private Refusal? _refusal;
    private bool _invites;

    // Only while the page is rendered ahead of its circuit.
    [CascadingParameter]
    private HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _person = await signedIn.PersonAsync();
        await ReadAsync();
        if (_refusal is not null) Http.AnswerNotYours();
    }

    private async Task ReadAsync() => (_lines, _refusal) = await list.ReadAsync(_person!);

    private Task<(string? Link, Refusal? Refusal)> InviteAsync(Newcomer newcomer) => LinkAsync(desk.InviteAsync(newcomer, _person!));

    private Task<(string? Link, Refusal? Refusal)> MakeLinkAsync(string personId) => LinkAsync(desk.MakeLinkAsync(personId, _person!));

    private async Task<(string? Link, Refusal? Refusal)> LinkAsync(Task<(string? Code, Refusal? Refusal)> making)
    {
        var (code, refusal) = await making;
        await RereadAsync();
        return (code is null ? null : navigation.BaseUri + LinkCode.Path(code), refusal);
    }

    // Whoever looks after the installation sees all, whatever their team.
    private bool HasAccounts(PersonLine line) => setup.SalesSeeNamedAccountsOnly && line is { TeamId: RightsSetup.NamedTeamId, IsAdmin: false };

    private Task<Outcome> NameAccountsAsync(PersonLine line, IReadOnlyCollection<string> names) => ActAsync((_, by) => sights.SetAccountsAsync(line.Id, names, by));

    // Another administrator may have changed something meanwhile: a refusal is shown beside what is so now.
    private async Task<Outcome> ActAsync(Func<PeopleDesk, Person, Task<Outcome>> act)
    {
        var outcome = await act(desk, _person!);
        await RereadAsync();
        return outcome;
    }

    private async Task RereadAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }
}
