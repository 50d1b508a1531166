namespace DeploymentRouter.Persistence.Auditing;

/// <summary>One line of the audit.</summary>
/// <param name="At">UTC.</param>
/// <param name="Text">What was done, as the rest of a sentence that begins with <paramref name="ByName"/>.</param>
/// <param name="Subject">What it is about, as <see cref="AuditLog.OfTeam"/> and its like name it.</param>
/// <param name="Address">Where the call came from; null: unknown, or no call.</param>
public sealed record AuditEntry(long Id, DateTime At, string ByName, string Kind, string Text, string Subject, string? Address = null)
{
    /// <summary>The team it is about; null: it is about something else.</summary>
    public string? TeamId => AuditLog.TeamOf(Subject);
}

/// <summary>Which lines are looked for; null: any.</summary>
/// <param name="Area">One of <see cref="AuditKinds.Areas"/>.</param>
/// <param name="Person">Part of a name, of who did it or whom it was done to.</param>
/// <param name="From">First day, UTC.</param>
/// <param name="To">Last day, UTC.</param>
public sealed record AuditFilter(string? Area = null, string? Person = null, DateOnly? From = null, DateOnly? To = null);

/// <summary>Some lines, the newest first, and whether there are others on either side.</summary>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Lines, bool HasNewer, bool HasOlder);
