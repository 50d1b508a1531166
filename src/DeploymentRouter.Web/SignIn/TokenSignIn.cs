using System.Security.Claims;
using System.Text.Encodings.Web;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Web.Api;
using DeploymentRouter.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace DeploymentRouter.Web.SignIn;

/// <summary>Programs show an access token instead of a cookie: <c>Authorization: Bearer drp_…</c>.</summary>
public sealed class TokenSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, AccessTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Token = "token";
    private const string Bearer = "Bearer ";
    private const string ScopeClaim = "scope";
    private const string TokenClaim = "token";

    // Of the call, not of who makes it: what its token may give on.
    private static readonly object BoundsKey = new();

    /// <summary>Whether somebody came with a token that may be used for this.</summary>
    public static bool Has(ClaimsPrincipal principal, TokenScope scope) => principal.HasClaim(ScopeClaim, scope.ToString());

    /// <summary>The token somebody came with; null: none.</summary>
    public static Guid? IdOf(ClaimsPrincipal principal) => Guid.TryParse(principal.FindFirstValue(TokenClaim), out var id) ? id : null;

    /// <summary>What tokens the token of a call can make at most; null: it came with none.</summary>
    public static TokenBounds? BoundsOf(HttpContext http) => http.Items[BoundsKey] as TokenBounds;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        if (await tokens.BearerAsync(header[Bearer.Length..].Trim(), Context.From(), Context.RequestAborted) is not { } bearer)
            return AuthenticateResult.Fail("The token is unknown, expired or revoked.");
        var principal = bearer.Person.ToPrincipal(Scheme.Name);
        var identity = (ClaimsIdentity)principal.Identity!;
        identity.AddClaim(new Claim(TokenClaim, bearer.TokenId.ToString()));
        identity.AddClaims(bearer.Scopes.Select(scope => new Claim(ScopeClaim, scope.ToString())));
        Context.Items[BoundsKey] = bearer.Bounds;
        return AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.NotSignedIn().ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.Refused(new("TokenScopeTooNarrow", "The token may not be used for this. Make one with the scope that the reference names.")).ExecuteAsync(Context);
}
