namespace DeploymentRouter.Persistence.Schema;

/// <summary>One sign-in of one person in one browser.</summary>
public sealed class SessionRow
{
    public Guid Id { get; set; }
    public required string PersonId { get; set; }

    /// <summary>How they signed in, in words: "password", "passkey", "single sign-on", "demo".</summary>
    public required string Door { get; set; }

    /// <summary>The address it came from; null: unknown.</summary>
    public string? Address { get; set; }

    /// <summary>The browser and system in words; null: unknown.</summary>
    public string? Device { get; set; }
    public DateTime StartedAt { get; set; }
    public DateTime SeenAt { get; set; }

    /// <summary>When it ends by itself unless it is used before.</summary>
    public DateTime ExpiresAt { get; set; }

    /// <summary>When it ends however much it is used; null: never by itself.</summary>
    public DateTime? LastsUntil { get; set; }

    /// <summary>When somebody ended it; null: nobody did.</summary>
    public DateTime? EndedAt { get; set; }
}
