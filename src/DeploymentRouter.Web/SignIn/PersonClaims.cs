using System.Security.Claims;
using DeploymentRouter.Core.People;

namespace DeploymentRouter.Web.SignIn;

/// <summary>How a person travels in the cookie.</summary>
public static class PersonClaims
{
    private const string Team = "team";
    private const string Admin = "admin";

    public static ClaimsPrincipal ToPrincipal(this Person person, string scheme) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, person.Id),
            new Claim(ClaimTypes.Name, person.Name),
            new Claim(Team, person.TeamId),
            new Claim(Admin, person.IsAdmin ? "yes" : "no"),
        ],
        scheme));

    /// <summary>The person behind a principal, or null for somebody who is not signed in.</summary>
    public static Person? ToPerson(this ClaimsPrincipal principal) =>
        principal.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
            ? new Person(id, principal.FindFirstValue(ClaimTypes.Name) ?? id, principal.FindFirstValue(Team) ?? "", principal.HasClaim(Admin, "yes"))
            : null;
}
