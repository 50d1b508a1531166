namespace DeploymentRouter.Core.Playbooks;

/// <summary>What the TAM watches. Utilisation is the larger of users and repositories, each divided by its limit.</summary>
/// <param name="UsersLimit">Users that One-Click carries; above it the deployment is over its limit.</param>
/// <param name="RepositoriesLimit">Repositories that One-Click carries.</param>
public sealed record GrowthTriggers(long UsersLimit, long RepositoriesLimit, GrowthThreshold Amber, GrowthThreshold Red)
{
    public const int DefaultReadingEveryDays = 30;
    public const int DefaultTrendOverDays = 180;

    /// <summary>A latest reading older than this is overdue; 1 to 3,650 days.</summary>
    public int ReadingEveryDays { get; init; } = DefaultReadingEveryDays;

    /// <summary>The trend rests on the readings of this many days before the latest; 1 to 3,650 days.</summary>
    public int TrendOverDays { get; init; } = DefaultTrendOverDays;

    /// <summary>Where a deployment goes when it outgrows One-Click; null: this playbook has no such way.</summary>
    public GrowthEngagement? Engagement { get; init; }
}

/// <summary>Reached by either of the two.</summary>
/// <param name="UtilisationPercent">This much of the limit is used, or more; 1 to 100.</param>
/// <param name="DaysToLimit">The limit is this many days away by linear growth, or fewer; 1 to 3,650.</param>
public sealed record GrowthThreshold(int UtilisationPercent, int DaysToLimit);

/// <summary>The engagement of the team that builds what comes after One-Click.</summary>
/// <param name="Label">The act, for example "Engage implementation team".</param>
/// <param name="StrategyId">The strategy whose stage is filled in and sent.</param>
/// <param name="StageId">That stage: its owner asks, the stage after it answers.</param>
/// <param name="ReasonCode">The override reason for an account that comes from another strategy.</param>
public sealed record GrowthEngagement(string Label, string StrategyId, string StageId, string ReasonCode);
