namespace DeploymentRouter.Persistence.Privacy;

/// <summary>For how many days each kind of data is kept after it has served its purpose; 0: for good.</summary>
public sealed record RetentionSettings
{
    /// <summary>Longer is for good.</summary>
    public const int MaxDays = 36_500;

    /// <summary>Sessions that have ended.</summary>
    public int Sessions { get; init; } = 30;

    /// <summary>Tokens that expired or were revoked.</summary>
    public int Tokens { get; init; } = 90;

    /// <summary>Status links that expired or were revoked, with when they were opened.</summary>
    public int StatusLinks { get; init; } = 90;

    /// <summary>Deliveries to webhooks, since what they tell of happened; also those that wait.</summary>
    public int Deliveries { get; init; } = 30;

    /// <summary>One-time links by which somebody chooses a password, since they were used or expired.</summary>
    public int OneTimeLinks { get; init; } = 30;

    /// <summary>What a sales system knows of opportunities, since it was last handed in.</summary>
    public int Opportunities { get; init; } = 365;

    /// <summary>Drafts that were not sent, since they were last changed. Nothing is promised about them, so they stay.</summary>
    public int Drafts { get; init; }

    /// <summary>Texts that were typed and not sent.</summary>
    public int UnsentTexts { get; init; }

    /// <summary>Refused sign-ins in the audit.</summary>
    public int RefusedSignIns { get; init; }

    /// <summary>All other lines of the audit.</summary>
    public int Audit { get; init; }
}
