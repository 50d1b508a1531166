namespace DeploymentRouter.Persistence.Schema;

/// <summary>One time that a playbook was put in force. Only ever added to: the database refuses anything else but another name for whoever did it.</summary>
public sealed class PublicationRow
{
    /// <summary>Counts up from 1; the highest is in force.</summary>
    public int Number { get; set; }

    /// <summary>SHA-256 of <see cref="Utf8"/>, lower-case hex.</summary>
    public required string Hash { get; set; }

    /// <summary>What the playbook calls itself.</summary>
    public required string Name { get; set; }

    /// <summary>The version that stands in the playbook.</summary>
    public int Version { get; set; }

    /// <summary>The YAML, byte for byte.</summary>
    public required byte[] Utf8 { get; set; }

    /// <summary>Why it was put in force.</summary>
    public required string Note { get; set; }
    public required string ById { get; set; }
    public required string ByName { get; set; }
    public DateTime At { get; set; }
}
