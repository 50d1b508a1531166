namespace DeploymentRouter.Web.SignIn.SingleSignOn;

/// <summary>How people sign in by an identity provider; section <c>SingleSignOn</c> of the configuration, described in <c>docs/sign-in.md</c>.</summary>
/// <param name="Authority">The provider's address, under which it describes itself.</param>
/// <param name="DisplayName">What people call it: "Sign in with …".</param>
/// <param name="GroupsClaim">The claim in which the provider tells somebody's groups.</param>
/// <param name="Gifts">What each group gives, by its exact name or identifier.</param>
/// <param name="DefaultTeam">The team of whoever no group gives one; null: none.</param>
/// <param name="CreatesPeople">Whether somebody unknown comes in; otherwise only who was invited.</param>
/// <param name="SessionLasts">After how long the provider is asked again who somebody is.</param>
public sealed record SingleSignOnSettings(
    Uri Authority,
    string ClientId,
    string ClientSecret,
    string DisplayName,
    IReadOnlyList<string> Scopes,
    string GroupsClaim,
    IReadOnlyDictionary<string, IReadOnlyList<GroupGift>> Gifts,
    string? DefaultTeam,
    bool CreatesPeople,
    TimeSpan SessionLasts)
{
    /// <summary>Not what a record says of itself: the secret must not come into a log.</summary>
    public override string ToString() => $"Single sign-on by {Authority}";
}
