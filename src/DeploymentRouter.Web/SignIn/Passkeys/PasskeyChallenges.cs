using System.Collections.Concurrent;
using System.Security.Cryptography;
using DeploymentRouter.Web.Hosting;

namespace DeploymentRouter.Web.SignIn.Passkeys;

/// <summary>What a browser was asked to sign, remembered here until it answers: each can be answered once.</summary>
public sealed class PasskeyChallenges(TimeProvider time, IHostEnvironment environment)
{
    private const int IdLength = 32;
    private const int Most = 10_000;
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    private readonly string _cookie = environment.CookieName("router.passkey");
    private readonly ConcurrentDictionary<string, (string? State, DateTimeOffset Until)> _asked = new(StringComparer.Ordinal);

    public void Keep(HttpContext http, string? state)
    {
        var now = time.GetUtcNow();
        foreach (var (old, asked) in _asked)
        {
            if (asked.Until < now || _asked.Count >= Most) _asked.TryRemove(old, out _);
        }

        var id = RandomNumberGenerator.GetHexString(IdLength);
        _asked[id] = (state, now + Lasts);
        http.Response.Cookies.Append(_cookie, id, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = !environment.IsDevelopment(), MaxAge = Lasts, IsEssential = true });
    }

    /// <summary>What this browser was asked; false: nothing, or it has answered, or took too long.</summary>
    public bool TryTake(HttpContext http, out string? state)
    {
        state = null;
        if (http.Request.Cookies[_cookie] is not { } id || !_asked.TryRemove(id, out var asked) || asked.Until < time.GetUtcNow()) return false;
        state = asked.State;
        return true;
    }
}
