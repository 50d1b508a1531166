namespace DeploymentRouter.Web.Tests.SignIn.SingleSignOn;

/// <summary>Whoever is signed in at the provider.</summary>
internal sealed record Someone(string Subject, params string[] Groups)
{
    public string Name { get; init; } = Subject;
    public string? Email { get; init; }
    public bool? IsEmailVerified { get; init; }

    /// <summary>Tells groups not in the token but when asked for user information.</summary>
    public bool TellsGroupsLater { get; init; }
}
