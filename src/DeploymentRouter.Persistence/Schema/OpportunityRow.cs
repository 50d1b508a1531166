namespace DeploymentRouter.Persistence.Schema;

/// <summary>What a sales system knows of one opportunity, as it was handed in last.</summary>
public sealed class OpportunityRow
{
    public required string ExternalId { get; set; }

    /// <summary>The account's name as <c>CustomerKey.OfName</c> writes it.</summary>
    public required string AccountKey { get; set; }

    /// <summary>The link as <c>CustomerKey.OfLink</c> writes it; empty: it has none.</summary>
    public required string LinkKey { get; set; }

    /// <summary>By the intake's field, as somebody would have typed it, in JSON.</summary>
    public required string Fields { get; set; }

    /// <summary>Who has it in the sales system; null: not known.</summary>
    public string? Owner { get; set; }
    public required string Source { get; set; }
    public DateOnly AsOf { get; set; }
    public DateTime ReceivedAt { get; set; }
    public required string HandedInById { get; set; }
}
