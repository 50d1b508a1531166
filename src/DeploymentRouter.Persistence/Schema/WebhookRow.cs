namespace DeploymentRouter.Persistence.Schema;

/// <summary>An address that is told what happens. What it is signed with has to be readable again, so it is sealed, not hashed.</summary>
public sealed class WebhookRow
{
    public Guid Id { get; set; }
    public required string Name { get; set; }
    public required string Url { get; set; }

    /// <summary>The types of events it takes, with spaces between; empty: every one.</summary>
    public required string Events { get; set; }

    /// <summary>Only what this team has then; null: whoever has it.</summary>
    public string? TeamId { get; set; }

    /// <summary>Only requests of this strategy; null: of every one, and of none yet.</summary>
    public string? StrategyId { get; set; }

    /// <summary>Sealed.</summary>
    public required string Secret { get; set; }

    /// <summary>The secret before, sealed: it signs too until <see cref="FormerUntil"/>.</summary>
    public string? FormerSecret { get; set; }
    public DateTime? FormerUntil { get; set; }

    /// <summary>Null: it is told.</summary>
    public DateTime? PausedAt { get; set; }

    /// <summary>Why it was paused by itself; null: a person paused it.</summary>
    public string? PausedWhy { get; set; }

    /// <summary>When the first try failed since one succeeded; null: the last one succeeded.</summary>
    public DateTime? FailingSince { get; set; }
    public DateTime? DeliveredAt { get; set; }

    /// <summary>Counts what people change; what sending changes does not count.</summary>
    public int Version { get; set; }
    public required string CreatedById { get; set; }
    public required string CreatedByName { get; set; }
    public DateTime CreatedAt { get; set; }
}
