using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Drafts;
using DeploymentRouter.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace DeploymentRouter.Web.Features.Intake;

/// <summary>Opens a draft to write into: the empty one that is there already, or a new one. Asking again changes nothing.</summary>
public sealed partial class NewRequest(DraftStore drafts, PlaybookInForce playbook, SignedIn signedIn, NavigationManager navigation)
{
    private Team? _mayNotFile;

    /// <summary>Begins with a quick check.</summary>
    [Parameter]
    public bool IsQuick { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var person = await signedIn.PersonAsync();
        if (person.TeamId != playbook.Current.FilingTeamId)
        {
            _mayNotFile = playbook.Current.Team(playbook.Current.FilingTeamId);
            return;
        }

        var draft = await drafts.StartAsync(person.Id);
        var links = new IntakeLinks(draft.Id);
        navigation.NavigateTo(IsQuick ? links.QuickStart : links.Customer, replace: true);
    }
}
