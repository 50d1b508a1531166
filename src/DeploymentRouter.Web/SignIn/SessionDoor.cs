using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Web.Hosting;
using Microsoft.AspNetCore.Authentication;

namespace DeploymentRouter.Web.SignIn;

/// <summary>Where every way of signing in ends, and where signing out goes: a session begins or ends, and its cookie with it.</summary>
public sealed class SessionDoor(Sessions sessions)
{
    /// <param name="door">How the person signed in, in words, as it is listed among their sessions.</param>
    /// <param name="isPersistent">Whether the browser keeps the cookie when it is closed.</param>
    /// <returns>The session that begins.</returns>
    public async Task<Guid> SignInAsync(HttpContext http, Person person, string door, bool isPersistent = true)
    {
        // Whoever signs in anew in the same browser leaves no session behind that nobody can use.
        await EndAsync(http);
        var session = await sessions.StartAsync(
            person.Id, door, http.From(), DeviceWords.Of(http.Request.Headers.UserAgent), http.RequestAborted);
        await http.SignInAsync(
            CookieSignIn.Scheme, person.ToPrincipal(CookieSignIn.Scheme, session), new AuthenticationProperties { IsPersistent = isPersistent });
        return session;
    }

    public async Task SignOutAsync(HttpContext http)
    {
        await EndAsync(http);
        await http.SignOutAsync(CookieSignIn.Scheme);
    }

    private async Task EndAsync(HttpContext http)
    {
        if (http.User.ToPerson() is { } person && http.User.ToSession() is { } session) await sessions.SignOutAsync(session, person.Id, http.RequestAborted);
    }
}
