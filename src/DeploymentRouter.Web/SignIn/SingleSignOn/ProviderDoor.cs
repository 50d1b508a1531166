using System.Security.Claims;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace DeploymentRouter.Web.SignIn.SingleSignOn;

/// <summary>The way in for whom the provider has sent. Everything it signed has been checked by then.</summary>
public sealed class ProviderDoor(
    ProviderPeople people, ProviderSessions origins, SessionDoor door, SingleSignOnSettings settings, PlaybookInForce playbook, AuditLog audit,
    IDataProtectionProvider protection)
{
    public const string Words = "single sign-on";

    private readonly IDataProtector _protector = protection.CreateProtector("identity token");

    /// <returns>Where to go on.</returns>
    public async Task<string> EnterAsync(HttpContext http, ClaimsPrincipal principal, string idToken, string? returnUrl)
    {
        if (principal.ToProviderPerson() is not { } who) return await RefuseAsync(http, null, ProviderProblem.Failed, returnUrl);
        if (principal.LacksGroups(settings.GroupsClaim)) return await RefuseAsync(http, who, ProviderProblem.TooManyGroups, returnUrl);
        var groups = principal.FindAll(settings.GroupsClaim).Select(claim => claim.Value);
        var (person, refusal) = await people.ArriveAsync(
            who, Standings.Of(groups, settings, playbook.Current), settings.DefaultTeam, settings.CreatesPeople, http.RequestAborted);
        if (person is null) return await RefuseAsync(http, who, refusal!.Name, returnUrl);

        // The provider's answer is taken before anybody looks who the browser's cookie names; that session ends here.
        if ((await http.AuthenticateAsync(CookieSignIn.Scheme)).Principal is { } before) http.User = before;
        var session = await door.SignInAsync(http, person, Words);
        await origins.RememberAsync(session, who, principal.FindFirstValue("sid"), _protector.Protect(idToken), settings.SessionLasts, http.RequestAborted);
        return ReturnUrl.Local(returnUrl) ?? Landing.For(person);
    }

    /// <summary>Writes down that somebody was not let in, and why.</summary>
    /// <param name="who">Null: it is not known who came.</param>
    /// <returns>Where they read about it.</returns>
    public async Task<string> RefuseAsync(HttpContext http, ProviderPerson? who, string why, string? returnUrl)
    {
        var known = who is null ? null : await people.KnownAsync(who, http.RequestAborted);
        await audit.RefusedAsync(known, $"{Words}, {ProviderProblem.InAudit(why)}", http.From(), http.RequestAborted);
        return ProviderProblem.Address(why, returnUrl);
    }

    /// <summary>The identity token by which a session began; null: it did not begin here.</summary>
    public async Task<string?> TakeIdTokenAsync(Guid session, CancellationToken cancel) =>
        await origins.TakeAsync(session, cancel) is { } kept ? _protector.Unprotect(kept) : null;
}
