using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests.History;

namespace DeploymentRouter.Core.Requests;

/// <content>Putting a request first in its team's queue.</content>
public sealed partial class Request
{
    /// <summary>
    /// Why it stands first in a team's queue; null: it stands where its priority or due time puts it. A pin lasts until the team
    /// has done its part; while a reviewer waits for an answer it holds.
    /// </summary>
    public Pin? Pin { get; private set; }

    /// <summary>Puts it first in the queue of the team that has the ball, with a reason that everybody reads.</summary>
    public Outcome PinFirst(string reason, Person by, DateTime now)
    {
        if (WhyNot(RequestAct.Pin, by) is { } refusal) return refusal;
        if (TextProblem(reason, "why it goes first") is { } problem) return problem;
        Record(by, now, new Pinned(by.TeamId, reason.Trim()));
        return Outcome.Done;
    }

    /// <summary>Lets it stand where its priority or due time puts it.</summary>
    public Outcome Unpin(Person by, DateTime now)
    {
        if (WhyNot(RequestAct.Unpin, by) is { } refusal) return refusal;
        Record(by, now, new Unpinned(by.TeamId));
        return Outcome.Done;
    }

    private Refusal? WhyNotTheirPin(Pin pin, Person by) =>
        pin.TeamId == by.TeamId ? null : Refusals.NotYourAct("unpin it", TeamName(pin.TeamId));

    private bool EndsPin(bool comesBack) => Pin is { } pin && Current.TeamId == pin.TeamId && !comesBack;
}

/// <summary>Who put a request first in a team's queue, when and why.</summary>
/// <param name="At">UTC.</param>
public sealed record Pin(string TeamId, string Reason, string ByName, DateTime At);
