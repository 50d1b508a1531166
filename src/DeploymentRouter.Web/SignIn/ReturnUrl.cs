using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace DeploymentRouter.Web.SignIn;

/// <summary>Where somebody wanted to go before they were asked to sign in.</summary>
public static class ReturnUrl
{
    /// <summary>The address if it is one of this site; null: it is not, or only the start page, which is not where anybody's work is.</summary>
    /// <remarks>An address outside this site is how a link in a mail would lead people astray.</remarks>
    public static string? Local(string? returnUrl) => RedirectHttpResult.IsLocalUrl(returnUrl) && returnUrl is not "/" ? returnUrl : null;

    /// <summary>An address that remembers it.</summary>
    public static string On(string path, string? returnUrl) =>
        Local(returnUrl) is { } wanted ? QueryHelpers.AddQueryString(path, "returnUrl", wanted) : path;
}
