namespace DeploymentRouter.Core.Assigning;

/// <summary>A team, and how what comes to it is shared out.</summary>
/// <param name="IsAutomatic">Whether a request is assigned as soon as the team gets it; otherwise it waits until somebody takes it.</param>
/// <param name="Changed">Who turned that on or off last, and when (UTC); null: nobody ever did.</param>
/// <param name="Members">By name.</param>
public sealed record TeamAtWork(bool IsAutomatic, (string Name, DateTime At)? Changed, IReadOnlyList<Member> Members);
