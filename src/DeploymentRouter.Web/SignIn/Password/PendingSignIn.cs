using System.Security.Cryptography;
using DeploymentRouter.Persistence.Accounts;
using Microsoft.AspNetCore.DataProtection;

namespace DeploymentRouter.Web.SignIn.Password;

/// <summary>Remembers between the two steps of a sign-in, in a cookie of its own, whose password was right.</summary>
public sealed class PendingSignIn(IDataProtectionProvider protection)
{
    public const string Cookie = "router.second";

    /// <summary>How long the second step may take.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("second step").ToTimeLimitedDataProtector();

    public void Begin(HttpContext http, SignedInPerson person) =>
        http.Response.Cookies.Append(Cookie, _protector.Protect($"{person.Person.Id} {person.Stamp}", Lasts), Options(http, Lasts));

    /// <summary>The account and its stamp; null: nobody's password was right in this browser just now.</summary>
    public (string AccountId, string Stamp)? Of(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } cookie) return null;
        try
        {
            return _protector.Unprotect(cookie).Split(' ') is [var id, var stamp] ? (id, stamp) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static void End(HttpContext http) => http.Response.Cookies.Delete(Cookie, Options(http, maxAge: null));

    private static CookieOptions Options(HttpContext http, TimeSpan? maxAge) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, MaxAge = maxAge, Path = "/sign-in", IsEssential = true };
}
