using System.Globalization;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.People;

/// <summary>What the page says about a person.</summary>
public static class PersonWords
{
    public static (StateKind Kind, string Text) State(PersonLine line) =>
        line.IsDisabled ? (StateKind.RuledOut, "Disabled")
        : !line.IsInvited ? (StateKind.Done, "Active")
        : line.LinkUntil is not null ? (StateKind.InProgress, "Invited")
        : (StateKind.NeedsYou, "Invitation expired");

    /// <summary>What they may do beyond their team's work; null: nothing.</summary>
    public static string? Rights(PersonLine line) => (line.IsAdmin, line.OwnsPlaybook) switch
    {
        (true, true) => "Administrator, playbook owner",
        (true, false) => "Administrator",
        (false, true) => "Playbook owner",
        _ => null,
    };

    /// <summary>Of how many customers they see the requests.</summary>
    public static string Accounts(PersonLine line) => line.Accounts.Count switch { 0 => "No accounts", 1 => "1 account", var n => string.Create(CultureInfo.InvariantCulture, $"{n} accounts") };

    /// <summary>What they sign in with: "password, second factor, 2 passkeys".</summary>
    public static string Keys(PersonLine line)
    {
        var keys = new List<string>();
        if (line.ComesByProvider) keys.Add("single sign-on");
        if (line.HasPassword) keys.Add("password");
        if (line.HasSecondFactor) keys.Add("second factor");
        if (line.Passkeys > 0) keys.Add(string.Create(CultureInfo.InvariantCulture, $"{line.Passkeys} {(line.Passkeys == 1 ? "passkey" : "passkeys")}"));
        return keys.Count > 0 ? string.Join(", ", keys) : "nothing yet";
    }

    public static string Tokens(PersonLine line) => line.Tokens == 1 ? "the token" : string.Create(CultureInfo.InvariantCulture, $"{line.Tokens} tokens");

    public static string LinkName(PersonLine line) => line.HasPassword ? "Make a link to a new password" : "Make another invitation";
}
