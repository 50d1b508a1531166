namespace DeploymentRouter.Persistence.Schema;

/// <summary>Somebody of an identity provider who was shut out and erased: enough to know them when they come again, and nothing to know them by otherwise.</summary>
public sealed class ShutOutRow
{
    /// <summary>SHA-256 of the issuer and the subject.</summary>
    public required byte[] Hash { get; set; }
    public DateTime At { get; set; }
}
