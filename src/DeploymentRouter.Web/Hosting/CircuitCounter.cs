using DeploymentRouter.Web.SignIn;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace DeploymentRouter.Web.Hosting;

/// <summary>Counts a page when it opens, and ends it where that is one too many.</summary>
internal sealed class CircuitCounter(OpenCircuits open, AuthenticationStateProvider authentication) : CircuitHandler
{
    private string? _counted;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var person = (await authentication.GetAuthenticationStateAsync()).User.ToPerson()?.Id ?? "";
        // App has told it already to everybody who came by the page; this is for those who did not.
        if (!open.TryOpen(person)) throw new InvalidOperationException("Too many pages are open.");
        _counted = person;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _counted, null) is { } person) open.Close(person);
        return Task.CompletedTask;
    }
}
