using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace DeploymentRouter.Web.Tests.SignIn.SingleSignOn;

/// <summary>An OpenID Connect provider on a port of its own, that can be made to sign what is not true.</summary>
internal sealed class TestProvider : IAsyncDisposable
{
    public const string ClientId = "router";
    public const string ClientSecret = "a-secret-for-tests-only";

    private static readonly RsaSecurityKey Key = NewKey();

    private readonly ConcurrentDictionary<string, bool> _usedCodes = new(StringComparer.Ordinal);
    private readonly WebApplication _app;

    private TestProvider() => _app = Build();

    public string Address => _app.Urls.First();

    /// <summary>Who is signed in there; null: whoever asks is refused.</summary>
    public Someone? Someone { get; set; }

    /// <summary>Changes what an identity token says before it is signed.</summary>
    public Action<JsonObject>? Twist { get; set; }

    /// <summary>Signs identity tokens with a key that is not the provider's, under the name of the one that is.</summary>
    public bool SignsWithAnotherKey { get; set; }

    /// <summary>The subjects of those who have signed out there.</summary>
    public List<string?> SignedOut { get; } = [];

    public static async Task<TestProvider> StartAsync()
    {
        var provider = new TestProvider();
        await provider._app.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Signs anything.</summary>
    public static string Sign(JsonObject payload, bool withAnotherKey = false) =>
        new JsonWebTokenHandler().CreateToken(payload.ToJsonString(), new SigningCredentials(withAnotherKey ? NewKey() : Key, SecurityAlgorithms.RsaSha256));

    private static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = "test" };

    private WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddAuthentication();
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token")
                .SetUserInfoEndpointUris("connect/userinfo").SetEndSessionEndpointUris("connect/logout");
            server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            server.AddEphemeralEncryptionKey().AddSigningKey(Key).DisableAccessTokenEncryption();
            server.RegisterScopes(Scopes.Email, Scopes.Profile);
            server.EnableDegradedMode();
            server.UseAspNetCore().DisableTransportSecurityRequirement();
            Handle<ValidateAuthorizationRequestContext>(server, context => RefuseUnless(context, context.ClientId is ClientId));
            Handle<ValidateTokenRequestContext>(server, context => RefuseUnless(context, context.ClientSecret is ClientSecret && _usedCodes.TryAdd(context.Request.Code!, true)));
            Handle<ValidateEndSessionRequestContext>(server, _ => { });
            Handle<HandleAuthorizationRequestContext>(server, Authorize);
            Handle<HandleUserInfoRequestContext>(server, TellMore);
            Handle<HandleEndSessionRequestContext>(server, SignOut);
            Handle<ApplyTokenResponseContext>(server, Lie, int.MinValue);
        });
        var app = builder.Build();
        app.UseAuthentication();
        return app;
    }

    private static void Handle<T>(OpenIddictServerBuilder server, Action<T> handle, int order = 0)
        where T : BaseContext => server.AddEventHandler<T>(handler => handler.SetOrder(order).UseInlineHandler(context =>
        {
            handle(context);
            return ValueTask.CompletedTask;
        }));

    private static void RefuseUnless(BaseValidatingContext context, bool isRight)
    {
        if (!isRight) context.Reject(Errors.InvalidGrant);
    }

    private void Authorize(HandleAuthorizationRequestContext context)
    {
        if (Someone is not { } someone)
        {
            context.Reject(Errors.AccessDenied);
            return;
        }

        var identity = new ClaimsIdentity("provider", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, someone.Subject).SetClaim(Claims.Name, someone.Name).SetClaim(Claims.Email, someone.Email).SetClaim("sid", "at-" + someone.Subject);
        if (someone.IsEmailVerified is { } isVerified) identity.SetClaim(Claims.EmailVerified, isVerified);
        if (!someone.TellsGroupsLater) identity.SetClaims("groups", [.. someone.Groups]);
        identity.SetScopes(context.Request.GetScopes());
        identity.SetDestinations(_ => [Destinations.AccessToken, Destinations.IdentityToken]);
        context.SignIn(new ClaimsPrincipal(identity));
    }

    private void TellMore(HandleUserInfoRequestContext context)
    {
        context.Subject = context.AccessTokenPrincipal!.GetClaim(Claims.Subject);
        if (Someone is { TellsGroupsLater: true } someone) context.Claims["groups"] = JsonSerializer.SerializeToElement(someone.Groups);
    }

    private void SignOut(HandleEndSessionRequestContext context)
    {
        SignedOut.Add(context.IdentityTokenHintPrincipal?.GetClaim(Claims.Subject));
        context.SignOut();
    }

    private void Lie(ApplyTokenResponseContext context)
    {
        if (context.Response.IdToken is not { } honest || Twist is null && !SignsWithAnotherKey) return;
        var payload = JsonNode.Parse(Base64UrlEncoder.Decode(new JsonWebToken(honest).EncodedPayload))!.AsObject();
        Twist?.Invoke(payload);
        context.Response.IdToken = Sign(payload, SignsWithAnotherKey);
    }
}
