using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace DeploymentRouter.Web.Features.Account;

/// <summary>Where everybody looks after how they come in, and where they are signed in.</summary>
public sealed partial class AccountPage(OwnAccount own, Sessions sessions, SignedIn signedIn)
{
    private Person? _person;
    private Guid? _session;
    private AccountView? _view;
    private IReadOnlyList<SessionLine>? _sessions;

    protected override async Task OnInitializedAsync()
    {
        (_person, _session) = (await signedIn.PersonAsync(), await signedIn.SessionAsync());
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        _view = await own.ReadAsync(_person!);
        _sessions = await sessions.OfAsync(_person!.Id);
        StateHasChanged();
    }

    private async Task<Outcome> ChangePasswordAsync(string current, string wanted)
    {
        var outcome = await own.ChangePasswordAsync(_person!, _session, current, wanted);
        await ReadAsync();
        return outcome;
    }

    private async Task EndAsync(Guid id)
    {
        await sessions.EndAsync(id, _person!.Id, _person);
        await ReadAsync();
    }

    private async Task EndOthersAsync()
    {
        await sessions.EndAllAsync(_person!.Id, _session, _person);
        await ReadAsync();
    }
}
