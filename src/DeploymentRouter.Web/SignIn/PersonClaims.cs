using System.Security.Claims;
using DeploymentRouter.Core.People;

namespace DeploymentRouter.Web.SignIn;

/// <summary>How a person and their session travel in the cookie.</summary>
public static class PersonClaims
{
    private const string Team = "team";
    private const string Admin = "admin";
    private const string PlaybookOwner = "playbook-owner";
    private const string Session = "session";

    /// <param name="session">The session this is; null: a door that keeps none, such as an access token.</param>
    public static ClaimsPrincipal ToPrincipal(this Person person, string scheme, Guid? session = null)
    {
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, person.Id),
                new Claim(ClaimTypes.Name, person.Name),
                new Claim(Team, person.TeamId),
                new Claim(Admin, Word(person.IsAdmin)),
                new Claim(PlaybookOwner, Word(person.OwnsPlaybook)),
            ],
            scheme);
        if (session is { } id) identity.AddClaim(new Claim(Session, id.ToString()));
        return new ClaimsPrincipal(identity);
    }

    /// <summary>The person behind a principal, or null for somebody who is not signed in.</summary>
    public static Person? ToPerson(this ClaimsPrincipal principal) =>
        principal.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
            ? new Person(id, principal.FindFirstValue(ClaimTypes.Name) ?? id, principal.FindFirstValue(Team) ?? "", principal.HasClaim(Admin, Word(true)))
            {
                OwnsPlaybook = principal.HasClaim(PlaybookOwner, Word(true)),
            }
            : null;

    /// <summary>The session a cookie names; null: none.</summary>
    public static Guid? ToSession(this ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(Session), out var id) ? id : null;

    private static string Word(bool yes) => yes ? "yes" : "no";
}
