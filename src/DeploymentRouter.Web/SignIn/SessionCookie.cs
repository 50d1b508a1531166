using DeploymentRouter.Persistence.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace DeploymentRouter.Web.SignIn;

/// <summary>Asks at each request whether the session behind a cookie still counts, and who its person is by now.</summary>
internal static class SessionCookie
{
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<Sessions>();
        var session = context.Principal?.ToSession();
        if (session is null || await sessions.PersonAsync(session.Value, context.HttpContext.RequestAborted) is not { } person)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(CookieSignIn.Scheme);
            return;
        }

        if (person == context.Principal!.ToPerson()) return;
        context.ReplacePrincipal(person.ToPrincipal(CookieSignIn.Scheme, session));
        context.ShouldRenew = true;
    }
}
