using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.People;
using Microsoft.AspNetCore.Components.Authorization;

namespace DeploymentRouter.Web.SignIn;

/// <summary>Gives pages the person who looks at them.</summary>
public sealed class SignedIn(AuthenticationStateProvider authentication, Sights sights)
{
    /// <exception cref="InvalidOperationException">Nobody is signed in: the page allows anonymous visitors and must not ask.</exception>
    public async Task<Person> PersonAsync() =>
        (await authentication.GetAuthenticationStateAsync()).User.ToPerson()
        ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>What that person may know of, as of now.</summary>
    public async Task<Sight> SightAsync() => await sights.OfAsync(await PersonAsync());

    /// <summary>The session of the page; null: it was opened by a door that keeps none.</summary>
    public async Task<Guid?> SessionAsync() => (await authentication.GetAuthenticationStateAsync()).User.ToSession();
}
