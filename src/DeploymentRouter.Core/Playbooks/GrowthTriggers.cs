namespace DeploymentRouter.Core.Playbooks;

/// <summary>What the TAM watches. Utilisation is the larger of users and repositories, each divided by its limit.</summary>
/// <param name="UsersLimit">Users that One-Click carries; above it the deployment is over its limit.</param>
/// <param name="RepositoriesLimit">Repositories that One-Click carries.</param>
public sealed record GrowthTriggers(long UsersLimit, long RepositoriesLimit, GrowthThreshold Amber, GrowthThreshold Red);

/// <summary>Reached by either of the two.</summary>
/// <param name="UtilisationPercent">This much of the limit is used, or more; 1 to 100.</param>
/// <param name="DaysToLimit">The limit is this many days away by linear growth, or fewer; 1 to 3,650.</param>
public sealed record GrowthThreshold(int UtilisationPercent, int DaysToLimit);
