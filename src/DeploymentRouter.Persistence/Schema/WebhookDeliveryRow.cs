namespace DeploymentRouter.Persistence.Schema;

/// <summary>What became of a delivery.</summary>
public enum DeliveryState
{
    /// <summary>It is sent as soon as it is due.</summary>
    Waiting,

    /// <summary>The receiver has it.</summary>
    Delivered,

    /// <summary>It is tried no more.</summary>
    GivenUp,
}

/// <summary>One event for one address: written with what happened, kept until it is old. The message is made of it, the same at each try.</summary>
public sealed class WebhookDeliveryRow
{
    /// <summary>The order of events.</summary>
    public long Id { get; set; }
    public Guid WebhookId { get; set; }
    public required string EventId { get; set; }
    public required string Type { get; set; }
    public DateTime At { get; set; }
    public Guid? RequestId { get; set; }
    public int RequestNumber { get; set; }

    /// <summary>Of the request, after all of the act.</summary>
    public int Version { get; set; }

    /// <summary>The number of the entry in the request's history.</summary>
    public int Entry { get; set; }
    public string? StrategyId { get; set; }
    public string? StageId { get; set; }
    public string? TeamId { get; set; }
    public required string ById { get; set; }
    public DeliveryState State { get; set; }

    /// <summary>It was asked for by hand: tried once, before the others.</summary>
    public bool IsOnce { get; set; }
    public int Attempts { get; set; }

    /// <summary>Null: never again.</summary>
    public DateTime? NextAt { get; set; }
    public DateTime? TriedAt { get; set; }

    /// <summary>Null: no answer came.</summary>
    public int? Status { get; set; }

    /// <summary>Why it failed, or how the answer began.</summary>
    public string? Says { get; set; }
}
