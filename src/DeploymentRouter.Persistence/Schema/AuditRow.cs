namespace DeploymentRouter.Persistence.Schema;

/// <summary>One administrative change, beside requests, which have their own history. Only ever added to: the database refuses anything else.</summary>
public sealed class AuditRow
{
    public long Id { get; set; }
    public DateTime At { get; set; }

    /// <summary>Empty: nobody that is known, such as a failed sign-in.</summary>
    public required string ById { get; set; }

    public required string ByName { get; set; }

    /// <summary>What the kind begins with, up to its first hyphen, for finding: "team".</summary>
    public required string Area { get; set; }

    /// <summary>What kind of change it was: "team-capacity".</summary>
    public required string Kind { get; set; }

    /// <summary>What was changed: "team/ie".</summary>
    public required string Subject { get; set; }

    /// <summary>What was done, as the rest of a sentence that begins with who did it.</summary>
    public required string Text { get; set; }

    /// <summary>Where the call came from; null: unknown, or no call.</summary>
    public string? Address { get; set; }
}
