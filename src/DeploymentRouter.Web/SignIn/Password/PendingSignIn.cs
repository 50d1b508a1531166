using System.Security.Cryptography;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace DeploymentRouter.Web.SignIn.Password;

/// <summary>Remembers between the two steps of a sign-in, in a cookie of its own, whose password was right.</summary>
public sealed class PendingSignIn(IDataProtectionProvider protection, IHostEnvironment environment)
{
    /// <summary>How long the second step may take.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    private readonly string _cookie = environment.CookieName("router.second");
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("second step").ToTimeLimitedDataProtector();

    public void Begin(HttpContext http, SignedInPerson person) =>
        http.Response.Cookies.Append(_cookie, _protector.Protect($"{person.Person.Id} {person.Stamp}", Lasts), Options(Lasts));

    /// <summary>The account and its stamp; null: nobody's password was right in this browser just now.</summary>
    public (string AccountId, string Stamp)? Of(HttpContext http)
    {
        if (http.Request.Cookies[_cookie] is not { } cookie) return null;
        try
        {
            return _protector.Unprotect(cookie).Split(' ') is [var id, var stamp] ? (id, stamp) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void End(HttpContext http) => http.Response.Cookies.Delete(_cookie, Options(maxAge: null));

    private CookieOptions Options(TimeSpan? maxAge) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = !environment.IsDevelopment(), MaxAge = maxAge, Path = "/", IsEssential = true };
}
