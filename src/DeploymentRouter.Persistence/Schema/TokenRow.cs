namespace DeploymentRouter.Persistence.Schema;

/// <summary>A key for programs; the key itself is not kept, only what it hashes to.</summary>
public sealed class TokenRow
{
    public Guid Id { get; set; }

    /// <summary>What it is for, as its maker calls it.</summary>
    public required string Name { get; set; }

    /// <summary>The person it acts as; null: it belongs to a team.</summary>
    public string? PersonId { get; set; }

    /// <summary>The team it acts for; null: it belongs to a person.</summary>
    public string? TeamId { get; set; }

    /// <summary>SHA-256 of the key.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>The last characters of the key, so that people tell theirs apart.</summary>
    public required string Ending { get; set; }

    /// <summary>What it may be used for, with spaces between.</summary>
    public required string Scopes { get; set; }
    public required string CreatedById { get; set; }
    public required string CreatedByName { get; set; }
    public DateTime CreatedAt { get; set; }
    public DateTime ExpiresAt { get; set; }
    public DateTime? LastUsedAt { get; set; }
    public DateTime? RevokedAt { get; set; }
}
