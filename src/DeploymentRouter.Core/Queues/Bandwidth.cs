using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Core.Queues;

/// <summary>How many of the requests that wait for its review a team can take. A cut in the list, never points.</summary>
/// <param name="Requests">0 to <see cref="Most"/>; null: not said, and no cut.</param>
/// <param name="ByName">Who said so.</param>
/// <param name="At">UTC.</param>
public sealed record Bandwidth(string TeamId, int? Requests, string ByName, DateTime At)
{
    public const int Most = 500;

    /// <summary>Why <paramref name="by"/> cannot say so; null: they can.</summary>
    /// <param name="teamName">For the refusal.</param>
    public static Refusal? WhyNotSet(string teamId, string teamName, int? requests, Person by) =>
        by.TeamId != teamId && !by.IsAdmin ? Refusals.NotYourAct("say how many requests it can take", teamName)
        : requests is < 0 or > Most ? Refusals.BandwidthInvalid(Most)
        : null;
}
