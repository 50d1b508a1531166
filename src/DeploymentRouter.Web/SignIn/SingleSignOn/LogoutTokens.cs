using System.Text.Json;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DeploymentRouter.Web.SignIn.SingleSignOn;

/// <summary>Whose session has ended at the provider.</summary>
/// <param name="Sid">The one session; null: all of the subject.</param>
public sealed record EndedThere(string Issuer, string? Subject, string? Sid);

/// <summary>Reads what the provider signs to say that somebody has signed out there (OpenID Connect Back-Channel Logout 1.0, section 2.6).</summary>
public sealed class LogoutTokens(IOptionsMonitor<OpenIdConnectOptions> options, TimeProvider time)
{
    private const string LogoutEvent = "http://schemas.openid.net/event/backchannel-logout";

    // Long enough for clocks that differ, short enough that an old token is of no use.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    /// <summary>Null: it is not from the provider, not for this installation, not new, or no such token.</summary>
    public async Task<EndedThere?> ReadAsync(string token)
    {
        var oidc = options.Get(SingleSignOnStart.Scheme);
        var read = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ConfigurationManager = oidc.ConfigurationManager as BaseConfigurationManager,
            ValidAudience = oidc.ClientId,
            RequireExpirationTime = false,
        });
        if (!read.IsValid || read.SecurityToken is not JsonWebToken jwt) return null;
        var isNew = jwt.TryGetPayloadValue<long>("iat", out var at) && (time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(at)).Duration() <= Fresh;
        var isLogout = jwt.TryGetPayloadValue<JsonElement>("events", out var events) && events.ValueKind is JsonValueKind.Object && events.TryGetProperty(LogoutEvent, out _);
        // One with a nonce is an identity token that somebody tries to pass off.
        if (!isNew || !isLogout || jwt.TryGetPayloadValue<string>("nonce", out _)) return null;
        var (subject, sid) = (Text(jwt, "sub"), Text(jwt, "sid"));
        return subject is null && sid is null ? null : new EndedThere(jwt.Issuer, subject, sid);
    }

    private static string? Text(JsonWebToken jwt, string name) => jwt.TryGetPayloadValue<string>(name, out var text) && text.Length > 0 ? text : null;
}
