using System.Security.Cryptography;
using DeploymentRouter.Persistence.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace DeploymentRouter.Web.SignIn.SingleSignOn;

/// <summary>
/// Leads whoever has signed out here to sign out at the provider too. There is a page in between, because browsers hold the rule that forms
/// lead to this site only against everything that a form leads to by redirects.
/// </summary>
internal static class ProviderSignOut
{
    public const string Path = "/sign-out/sso/go";

    private const string Ticket = "ticket";

    private static readonly TimeSpan TicketLasts = TimeSpan.FromMinutes(5);

    /// <summary>Where somebody goes whose session has just ended.</summary>
    public static async Task<string> AddressAfterAsync(HttpContext http, Guid? session) =>
        session is { } id && http.RequestServices.GetRequiredService<WaysIn>().Provider is not null
            && await http.RequestServices.GetRequiredService<ProviderSessions>().HasAsync(id, http.RequestAborted)
            ? QueryHelpers.AddQueryString(LeavingPage.Path, Ticket, Protector(http).Protect(id.ToString(), TicketLasts))
            : SingleSignOnStart.SignInPage;

    public static async Task GoAsync(HttpContext http, string? ticket, ProviderDoor door, ILogger<ProviderEvents> log)
    {
        http.Response.Redirect(SingleSignOnStart.SignInPage);
        if (SessionIn(http, ticket) is not { } session || await door.TakeIdTokenAsync(session, http.RequestAborted) is not { } idToken) return;
        var properties = new AuthenticationProperties { RedirectUri = SingleSignOnStart.SignInPage };
        properties.SetParameter(ProviderEvents.HintParameter, idToken);
        try
        {
            await http.SignOutAsync(SingleSignOnStart.Scheme, properties);
        }
        catch (Exception failure) when (failure is InvalidOperationException or HttpRequestException or IOException)
        {
            log.LogWarning(failure, "Somebody who has signed out here could not be led to the provider's sign-out");
        }
    }

    private static Guid? SessionIn(HttpContext http, string? ticket)
    {
        try
        {
            return ticket is not null && Guid.TryParse(Protector(http).Unprotect(ticket), out var session) ? session : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector Protector(HttpContext http) =>
        http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("sign-out at the provider").ToTimeLimitedDataProtector();
}
