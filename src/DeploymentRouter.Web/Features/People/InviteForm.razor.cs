using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Accounts;
using Microsoft.AspNetCore.Components;

namespace DeploymentRouter.Web.Features.People;

/// <summary>Adds somebody, and shows the link by which they come in.</summary>
public sealed partial class InviteForm
{
    private ElementReference _first;
    private string _name = "";
    private string _email = "";
    private ChosenRights _rights = ChosenRights.None;
    private string? _link;
    private Refusal? _refusal;

    [Parameter, EditorRequired]
    public required IReadOnlyList<Team> Teams { get; set; }

    [Parameter, EditorRequired]
    public required Func<Newcomer, Task<(string? Link, Refusal? Refusal)>> Invite { get; set; }

    [Parameter]
    public EventCallback Close { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await _first.FocusAsync();
    }

    private async Task SendAsync() => (_link, _refusal) = await Invite(new Newcomer(_name, _email, _rights.TeamId, _rights.IsAdmin, _rights.OwnsPlaybook));

    private void Again() => (_link, _name, _email) = (null, "", "");

    private string? Of(params string[] names) => _refusal is not null && names.Contains(_refusal.Name, StringComparer.Ordinal) ? _refusal.Sentence : null;
}
