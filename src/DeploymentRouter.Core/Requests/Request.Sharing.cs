using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests.History;

namespace DeploymentRouter.Core.Requests;

/// <content>Links to its status for people without an account. They stand beside the acts, like comments.</content>
public sealed partial class Request
{
    /// <summary>Records that a link was made.</summary>
    /// <param name="until">UTC.</param>
    public Outcome ShareStatus(Guid link, DateTime until, Person by, DateTime now) => Share(new StatusShared(link, until), by, now);

    /// <summary>Records that a link was revoked.</summary>
    public Outcome UnshareStatus(Guid link, Person by, DateTime now) => Share(new StatusUnshared(link), by, now);

    private Outcome Share(Happening what, Person by, DateTime now)
    {
        if (Rights.WhyNot(Right.ShareStatus, by, Playbook) is { } refusal) return refusal;
        Record(by, now, what);
        return Outcome.Done;
    }
}
