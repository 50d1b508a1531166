namespace DeploymentRouter.Persistence.Schema;

/// <summary>The session at an identity provider that a session here came from.</summary>
public sealed class ProviderSessionRow
{
    public Guid SessionId { get; set; }
    public required string Issuer { get; set; }
    public required string Subject { get; set; }

    /// <summary>How the provider names its session; null: it does not.</summary>
    public string? Sid { get; set; }

    /// <summary>What the provider wants to see when somebody signs out there; protected, because it tells who somebody is.</summary>
    public required string IdToken { get; set; }
}
