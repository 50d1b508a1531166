using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Playbooks.Publishing;

namespace DeploymentRouter.Web.Features.Playbooks.Publishing;

/// <summary>What somebody is told who looked at a playbook that is not in force any more.</summary>
public static class PublishedMeanwhile
{
    public static Refusal Refusal(PublishResult.Overtaken overtaken) => new("Overtaken", overtaken.By is { } by
        ? FormattableString.Invariant($"{by.ByName} put version {by.Version} in force on {by.At:d MMM yyyy} at {by.At:HH:mm} UTC, after you looked: {by.Note} Compare with that one, and then publish.")
        : "Another playbook is in force than the one you looked at. Compare with that one, and then publish.");
}
