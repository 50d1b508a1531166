using System.Globalization;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.SignIn.Password;

/// <summary>What forms say about choosing a password.</summary>
public static class PasswordWords
{
    public static readonly Refusal NotTheSame = new("PasswordsDiffer", "This is not the same as above.");

    public static string Help { get; } =
        string.Create(CultureInfo.InvariantCulture, $"At least {PasswordRules.MinLength} characters. A few words that do not belong together are easy to remember and hard to guess.");

    public static Refusal? WhyNotSame(string? password, string? again) => string.Equals(password, again, StringComparison.Ordinal) ? null : NotTheSame;

    /// <summary>Whether a refusal is about the password itself.</summary>
    public static bool IsAbout(Refusal? refusal) => refusal?.Name is "PasswordTooShort" or "PasswordTooLong" or "PasswordGuessable" or "PasswordSame";
}
