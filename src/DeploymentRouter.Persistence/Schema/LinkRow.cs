namespace DeploymentRouter.Persistence.Schema;

/// <summary>A one-time link by which somebody chooses a password; its code is not kept, only what that hashes to.</summary>
public sealed class LinkRow
{
    public Guid Id { get; set; }
    public required string PersonId { get; set; }

    /// <summary>SHA-256 of the code.</summary>
    public required byte[] Hash { get; set; }
    public required string CreatedById { get; set; }
    public DateTime CreatedAt { get; set; }
    public DateTime ExpiresAt { get; set; }

    /// <summary>When it was used, or gave way to a newer one; null: it can still be used.</summary>
    public DateTime? EndedAt { get; set; }
}
