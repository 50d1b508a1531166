using System.Security.Claims;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Accounts;

namespace DeploymentRouter.Web.SignIn.SingleSignOn;

/// <summary>What a provider has signed about somebody.</summary>
public static class ProviderClaims
{
    private const int MaxSubject = 255;
    private const string Nameless = "Somebody";

    /// <summary>Null: it does not say who it is.</summary>
    public static ProviderPerson? ToProviderPerson(this ClaimsPrincipal principal)
    {
        if (principal.FindFirstValue("iss") is not { Length: > 0 } issuer || principal.FindFirstValue("sub") is not { Length: > 0 and <= MaxSubject } subject) return null;
        var email = principal.FindFirstValue("email");
        // Said twice, by token and by user info: both must say it.
        var said = principal.FindAll("email_verified").Select(claim => claim.Value).ToList();
        var isOne = principal.FindAll("email").Select(claim => claim.Value).Distinct(StringComparer.Ordinal).Count() == 1;
        var isVerified = isOne && said.Count > 0 && said.TrueForAll(value => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase));
        return new ProviderPerson(issuer, subject, NameOf(principal, email ?? subject), email, isVerified);
    }

    /// <summary>Somebody is in so many groups that the provider tells only where to ask for them (Microsoft Entra ID does, from 200 on).</summary>
    public static bool LacksGroups(this ClaimsPrincipal principal, string groupsClaim) =>
        principal.HasClaim(claim => claim.Type is "hasgroups" || claim.Type is "_claim_names" && claim.Value.Contains($"\"{groupsClaim}\"", StringComparison.Ordinal));

    // Nobody is kept out for what stands in their name there.
    private static string NameOf(ClaimsPrincipal principal, string otherwise) =>
        new[] { principal.FindFirstValue("name"), principal.FindFirstValue("preferred_username"), otherwise }
            .Select(name => TextCheck.TidyLine(name, Newcomer.MaxName)).FirstOrDefault(tidy => tidy.Length > 0) ?? Nameless;
}
