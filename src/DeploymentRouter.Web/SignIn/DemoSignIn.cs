using Microsoft.AspNetCore.Authentication;
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
        app.MapPost(SignInPath, SignInAsync).AllowAnonymous();
        app.MapPost(SignOutPath, SignOutAsync).AllowAnonymous();
    }

    private static async Task<Results<RedirectHttpResult, BadRequest<string>>> SignInAsync([FromForm] string person, [FromForm] string? returnUrl, HttpContext http)
    {
        if (DemoPeople.Find(person) is not { Person: var chosen })
            return TypedResults.BadRequest("There is no such demo person.");

        await http.SignInAsync(CookieSignIn.Scheme, chosen.ToPrincipal(CookieSignIn.Scheme), new AuthenticationProperties { IsPersistent = true });
        // An address outside this site is how a link in a mail would lead people astray.
        return TypedResults.LocalRedirect(RedirectHttpResult.IsLocalUrl(returnUrl) && returnUrl is not "/" ? returnUrl! : Landing.For(chosen));
    }

    // The form is bound although nothing in it is read: binding is what checks the antiforgery token.
    private static async Task<RedirectHttpResult> SignOutAsync([FromForm] string? returnUrl, HttpContext http)
    {
        await http.SignOutAsync(CookieSignIn.Scheme);
        return TypedResults.LocalRedirect("/sign-in");
    }
}
