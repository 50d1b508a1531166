using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace DeploymentRouter.Web.SignIn;

/// <summary>Loads the page anew once its session is over: whoever may still come in comes back to it, everybody else is asked to sign in.</summary>
public sealed class SessionWatch(AuthenticationStateProvider authentication, NavigationManager navigation) : ComponentBase, IDisposable
{
    protected override void OnInitialized() => authentication.AuthenticationStateChanged += Reload;

    public void Dispose() => authentication.AuthenticationStateChanged -= Reload;

    private void Reload(Task<AuthenticationState> state) => _ = InvokeAsync(() => navigation.Refresh(forceReload: true));
}
