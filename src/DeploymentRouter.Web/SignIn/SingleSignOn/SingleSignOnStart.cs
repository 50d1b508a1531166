using DeploymentRouter.Persistence.Playbooks.Publishing;
using DeploymentRouter.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace DeploymentRouter.Web.SignIn.SingleSignOn;

/// <summary>Sign-in by an identity provider, where one is configured.</summary>
public static class SingleSignOnStart
{
    public const string Scheme = "single-sign-on";
    public const string SignInPage = "/sign-in";
    public const string CallbackPath = "/sign-in/sso/callback";
    public const string SignedOutPath = "/sign-out/sso/callback";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <exception cref="StartRefusedException">It is configured in a way that cannot work.</exception>
    public static void AddSingleSignOn(this WebApplicationBuilder builder)
    {
        var settings = SingleSignOnConfiguration.Read(builder.Configuration, builder.Environment);
        var ways = new WaysIn(settings, SingleSignOnConfiguration.HasLocalSignIn(builder.Configuration));
        if (settings is null && !ways.HasLocal) throw SingleSignOnConfiguration.Refused("LocalSignIn is false and Authority is not set, so nobody could come in. Set Authority, or LocalSignIn to true.");
        builder.Services.AddSingleton(ways);
        if (settings is null) return;

        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(new PlaybookSetting(playbook => SingleSignOnConfiguration.WhyNot(settings, playbook) is { } problem ? $"{SingleSignOnConfiguration.Section}: {problem}" : null));
        builder.Services.AddScoped<ProviderDoor>();
        builder.Services.AddScoped<ProviderEvents>();
        builder.Services.AddSingleton<LogoutTokens>();
        builder.Services.AddAuthentication().AddOpenIdConnect(Scheme, oidc => Configure(oidc, settings, builder.Environment));
    }

    public static void MapSingleSignOn(this WebApplication app)
    {
        if (app.Services.GetRequiredService<WaysIn>().Provider is null) return;
        app.MapGet(ProviderStart.Path, ProviderStart.GoAsync).AllowAnonymous();
        app.MapGet(ProviderSignOut.Path, ProviderSignOut.GoAsync).AllowAnonymous();
        app.MapPost(BackChannelLogout.Path, BackChannelLogout.EndAsync).AllowAnonymous().DisableAntiforgery();
    }

    private static void Configure(OpenIdConnectOptions oidc, SingleSignOnSettings settings, IHostEnvironment environment)
    {
        oidc.Authority = settings.Authority.ToString();
        oidc.ClientId = settings.ClientId;
        oidc.ClientSecret = settings.ClientSecret;
        oidc.RequireHttpsMetadata = !environment.IsDevelopment();
        oidc.ResponseType = OpenIdConnectResponseType.Code;
        // The answer comes as an address, so that cookies which other sites' forms never carry come with it.
        oidc.ResponseMode = OpenIdConnectResponseMode.Query;
        oidc.UsePkce = true;
        oidc.CallbackPath = CallbackPath;
        oidc.SignedOutCallbackPath = SignedOutPath;
        oidc.SignedOutRedirectUri = SignInPage;
        // It would sign anybody out whom another site leads to it.
        oidc.RemoteSignOutPath = PathString.Empty;
        oidc.BackchannelTimeout = Patience;
        oidc.EventsType = typeof(ProviderEvents);
        // For as long as the answer is handled; it never comes into a cookie.
        oidc.SaveTokens = true;
        oidc.Scope.Clear();
        foreach (var scope in settings.Scopes) oidc.Scope.Add(scope);
        foreach (var cookie in new[] { oidc.CorrelationCookie, oidc.NonceCookie })
            (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, environment.CookieSecurity());
        TakeClaims(oidc, settings);
    }

    private static void TakeClaims(OpenIdConnectOptions oidc, SingleSignOnSettings settings)
    {
        oidc.MapInboundClaims = false;
        oidc.TokenValidationParameters.NameClaimType = "name";
        // Some providers tell groups only here.
        oidc.GetClaimsFromUserInfoEndpoint = true;
        oidc.ClaimActions.Remove("iss");
        oidc.ClaimActions.MapJsonKey("email_verified", "email_verified");
        oidc.ClaimActions.MapJsonKey(settings.GroupsClaim, settings.GroupsClaim);
    }
}
