namespace DeploymentRouter.Persistence.Schema;

/// <summary>A file that was found right and is being stored; gone once it is.</summary>
public sealed class UnfinishedImportRow
{
    public Guid Id { get; set; }

    /// <summary>What it is a file of: "requests".</summary>
    public required string Kind { get; set; }
    public DateTime BegunAt { get; set; }
    public required string ById { get; set; }

    /// <summary>Who imports it, as they were then, in JSON.</summary>
    public required string By { get; set; }

    /// <summary>All its pieces are there. Nothing of it is stored before.</summary>
    public bool IsWhole { get; set; }
}

/// <summary>A piece of what is to be stored of a file.</summary>
public sealed class UnfinishedImportPieceRow
{
    public Guid ImportId { get; set; }
    public int Number { get; set; }
    public required byte[] Bytes { get; set; }
}
