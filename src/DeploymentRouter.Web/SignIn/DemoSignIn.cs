using DeploymentRouter.Web.SignIn.SingleSignOn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DeploymentRouter.Web.SignIn;

/// <summary>Sign-in by choosing a demo person: no secret asked, hence Development only.</summary>
public static class DemoSignIn
{
    public const string SignInPath = "/sign-in/demo";
    public const string SignOutPath = "/sign-out";

    public static void MapSignIn(this WebApplication app)
    {
        // Both check the antiforgery token themselves: whoever comes with an old one chooses again instead of reading about an error.
        if (app.Environment.IsDevelopment()) app.MapPost(SignInPath, SignInAsync).AllowAnonymous().DisableAntiforgery().WithMetadata(new LocalDoorAttribute());
        app.MapPost(SignOutPath, SignOutAsync).AllowAnonymous().DisableAntiforgery();
    }

    private static async Task<RedirectHttpResult> SignInAsync([FromForm] string? person, [FromForm] string? returnUrl, HttpContext http, IAntiforgery antiforgery, SessionDoor door)
    {
        if (DemoPeople.Find(person) is not { Person: var chosen } || !await antiforgery.IsRequestValidAsync(http))
            return TypedResults.LocalRedirect(ReturnUrl.On("/sign-in", returnUrl));

        await door.SignInAsync(http, chosen, "demo");
        return TypedResults.LocalRedirect(ReturnUrl.Local(returnUrl) ?? Landing.For(chosen));
    }

    private static async Task<RedirectHttpResult> SignOutAsync(HttpContext http, IAntiforgery antiforgery, SessionDoor door)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) return TypedResults.LocalRedirect("/sign-in");
        var session = http.User.ToSession();
        await door.SignOutAsync(http);
        return TypedResults.LocalRedirect(await ProviderSignOut.AddressAfterAsync(http, session));
    }
}
