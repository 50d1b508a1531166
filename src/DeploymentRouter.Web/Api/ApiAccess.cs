using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Web.SignIn;

namespace DeploymentRouter.Web.Api;

/// <summary>Who may call the API: whoever shows a token with the scope that an endpoint needs. A cookie opens nothing here, so no other site can.</summary>
public static class ApiAccess
{
    public static void AddApiAccess(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication().AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, TokenSignIn>(TokenSignIn.Token, null);
        var policies = builder.Services.AddAuthorizationBuilder();
        foreach (var scope in Enum.GetValues<TokenScope>())
            policies.AddPolicy(Policy(scope), policy => policy
                .AddAuthenticationSchemes(TokenSignIn.Token)
                .RequireAuthenticatedUser()
                .RequireAssertion(context => TokenSignIn.Has(context.User, scope)));
    }

    /// <summary>Lets only tokens with this scope through.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, TokenScope scope)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization(Policy(scope));

    /// <summary>The person a token acts as; endpoints that need a scope have one.</summary>
    public static Person Caller(this HttpContext http) => http.User.ToPerson() ?? throw new InvalidOperationException("The endpoint needs no scope.");

    /// <summary>What the caller may know of.</summary>
    public static Task<Sight> SightAsync(this HttpContext http) => http.RequestServices.GetRequiredService<Sights>().OfAsync(http.Caller(), http.RequestAborted);

    private static string Policy(TokenScope scope) => $"token:{scope}";
}
