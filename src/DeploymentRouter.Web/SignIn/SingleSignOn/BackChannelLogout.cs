using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DeploymentRouter.Web.SignIn.SingleSignOn;

/// <summary>Ends sessions here when the provider says that they have ended there.</summary>
internal static class BackChannelLogout
{
    public const string Path = "/sign-out/sso/back-channel";

    private static readonly Person Provider = new("", "The identity provider", "", IsAdmin: false);

    public static async Task<Results<Ok, BadRequest>> EndAsync(
        [FromForm(Name = "logout_token")] string? token, LogoutTokens tokens, ProviderSessions origins, Sessions sessions, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (token is null || await tokens.ReadAsync(token) is not { } ended) return TypedResults.BadRequest();
        foreach (var (session, person) in await origins.OfAsync(ended.Issuer, ended.Subject, ended.Sid, http.RequestAborted))
            await sessions.EndAsync(session, person, Provider, http.RequestAborted);
        return TypedResults.Ok();
    }
}
