namespace DeploymentRouter.Persistence.Schema;

/// <summary>A link to a request's status; its secret is not kept, only what it hashes to.</summary>
public sealed class StatusLinkRow
{
    public Guid Id { get; set; }
    public Guid RequestId { get; set; }

    /// <summary>SHA-256 of the secret.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>A sentence to whoever opens it; null: none.</summary>
    public string? Note { get; set; }
    public required string CreatedById { get; set; }
    public required string CreatedByName { get; set; }
    public DateTime CreatedAt { get; set; }
    public DateTime ExpiresAt { get; set; }
    public DateTime? RevokedAt { get; set; }
}

/// <summary>That a status link was opened. By whom is not known, and from where is not kept.</summary>
public sealed class StatusOpeningRow
{
    public long Id { get; set; }
    public Guid LinkId { get; set; }
    public DateTime At { get; set; }
}
