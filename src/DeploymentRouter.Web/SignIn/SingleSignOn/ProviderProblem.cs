using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Accounts;
using Microsoft.AspNetCore.WebUtilities;

namespace DeploymentRouter.Web.SignIn.SingleSignOn;

/// <summary>Why a sign-in by the provider did not work, for people. The address of the page carries a name only, never a text.</summary>
public static class ProviderProblem
{
    public const string Path = "/sign-in/sso/problem";

    public const string Failed = "SignInFailed";
    public const string Denied = "SignInDenied";
    public const string Lost = "SignInLost";
    public const string Unreachable = "ProviderUnreachable";
    public const string TooManyGroups = "TooManyGroups";

    private static readonly Refusal[] All =
    [
        new(Failed, "What came back could not be trusted or was not complete, so nobody was signed in. The log of the application says what it was."),
        new(Denied, "The sign-in was stopped there, by you or by a rule of your company."),
        new(Lost, "It took too long, was begun in another window, or was used already. Nothing is wrong with your account."),
        new(Unreachable, "The service that knows who you are does not answer at the moment."),
        new(TooManyGroups, "You are in more groups than are told at once. Whoever looks after them in your company can limit what is sent to those this application needs."),
        ProviderPeople.NoGroup,
        ProviderPeople.Disabled,
        ProviderPeople.NotInvited,
    ];

    /// <summary>The same for who reads the audit.</summary>
    public static string InAudit(string name) => name switch
    {
        Denied => "it was stopped at the provider",
        TooManyGroups => "too many groups to be told at once",
        "NoGroup" => "none of the groups gives anything here",
        "PersonDisabled" => "the person is shut out",
        "NotInvited" => "nobody has invited them",
        _ => "what came back could not be trusted",
    };

    /// <summary>What the page says; a name nobody knows says the least.</summary>
    public static Refusal Of(string? name) => Array.Find(All, one => one.Name == name) ?? All[0];

    /// <summary>Whether it is about who somebody is, so that trying again as the same person is no use.</summary>
    public static bool IsAboutPerson(Refusal refusal) => refusal.Name is TooManyGroups || refusal == ProviderPeople.NoGroup || refusal == ProviderPeople.Disabled || refusal == ProviderPeople.NotInvited;

    public static string Address(string name, string? returnUrl) => ReturnUrl.On(QueryHelpers.AddQueryString(Path, "why", name), returnUrl);
}
