namespace DeploymentRouter.Persistence.Schema;

/// <summary>A call that came with a key of its caller, and what it was answered.</summary>
public sealed class KeyedCallRow
{
    public required string CallerId { get; set; }
    public required string Key { get; set; }

    /// <summary>SHA-256 of all that was asked.</summary>
    public required byte[] Asked { get; set; }
    public DateTime BegunAt { get; set; }

    /// <summary>Null: it is not answered yet, or was cut off.</summary>
    public int? Status { get; set; }
    public string? ContentType { get; set; }

    /// <summary>The headers that belong to the answer, one a line.</summary>
    public string? Headers { get; set; }

    /// <summary>Null: the answer may be given only once.</summary>
    public byte[]? Body { get; set; }
}
