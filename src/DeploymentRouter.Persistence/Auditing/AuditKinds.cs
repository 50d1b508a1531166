namespace DeploymentRouter.Persistence.Auditing;

/// <summary>What kinds of lines the audit holds. The part before the first hyphen is the area by which they are found.</summary>
public static class AuditKinds
{
    public const string SignedIn = "session-begun";
    public const string SignInRefused = "session-refused";
    public const string SignedOut = "session-left";
    public const string SessionEnded = "session-ended";
    public const string PersonDisabled = "person-disabled";
    public const string PersonEnabled = "person-enabled";
    public const string TokenMade = "token-made";
    public const string TokenUsed = "token-used";
    public const string TokenRevoked = "token-revoked";
    public const string PlaybookPublished = "playbook-published";
    public const string Exported = "export-made";
    public const string WebhookMade = "webhook-made";
    public const string WebhookChanged = "webhook-changed";
    public const string WebhookSecret = "webhook-secret";
    public const string WebhookPaused = "webhook-paused";
    public const string WebhookResumed = "webhook-resumed";
    public const string WebhookRemoved = "webhook-removed";

    /// <summary>The areas there are, as people choose them.</summary>
    public static IReadOnlyList<(string Id, string Label)> Areas { get; } =
    [
        ("session", "Sign-in and sessions"),
        ("person", "People and rights"),
        ("team", "Teams"),
        ("token", "Tokens"),
        ("playbook", "Playbooks"),
        ("export", "Exports"),
        ("privacy", "Privacy"),
        ("link", "Status links"),
        ("webhook", "Webhooks"),
    ];

    /// <summary>The area of a kind: "team" of "team-capacity".</summary>
    public static string AreaOf(string kind) => kind.Split('-')[0];
}
