using DeploymentRouter.Core.People;
using Microsoft.AspNetCore.Components.Authorization;

namespace DeploymentRouter.Web.SignIn;

/// <summary>Gives pages the person who looks at them.</summary>
public sealed class SignedIn(AuthenticationStateProvider authentication)
{
    /// <exception cref="InvalidOperationException">Nobody is signed in: the page allows anonymous visitors and must not ask.</exception>
    public async Task<Person> PersonAsync() =>
        (await authentication.GetAuthenticationStateAsync()).User.ToPerson()
        ?? throw new InvalidOperationException("Nobody is signed in.");
}
