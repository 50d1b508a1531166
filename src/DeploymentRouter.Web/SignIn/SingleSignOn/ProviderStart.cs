using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace DeploymentRouter.Web.SignIn.SingleSignOn;

/// <summary>Sends somebody to the provider to say who they are.</summary>
internal static class ProviderStart
{
    public const string Path = "/sign-in/sso";

    /// <param name="again">Anything: the provider asks anew, for who wants to come as somebody else.</param>
    public static async Task GoAsync(HttpContext http, string? returnUrl, string? again, ILogger<ProviderEvents> log)
    {
        var properties = new OpenIdConnectChallengeProperties { RedirectUri = "/", Prompt = again is null ? null : "login" };
        properties.Items[ProviderEvents.WantedItem] = ReturnUrl.Local(returnUrl);
        try
        {
            await http.ChallengeAsync(SingleSignOnStart.Scheme, properties);
        }
        catch (Exception failure) when (failure is InvalidOperationException or HttpRequestException or IOException)
        {
            log.LogWarning(failure, "The provider could not be asked to sign somebody in");
            http.Response.Redirect(ProviderProblem.Address(ProviderProblem.Unreachable, returnUrl));
        }
    }
}
