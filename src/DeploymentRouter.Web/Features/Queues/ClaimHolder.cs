using DeploymentRouter.Core.Queues;
using DeploymentRouter.Web.Features.Requests.Detail;

namespace DeploymentRouter.Web.Features.Queues;

/// <summary>Holds the claim of one queue page: on the request that is open for review, and on no other.</summary>
public sealed class ClaimHolder(ReviewClaims claims)
{
    private (Guid Request, int Acts)? _held;

    /// <summary>Claims what is open now if its person may review it, and lets go of what was open before.</summary>
    public void Follow(OpenRequest? open, string teamId)
    {
        (Guid Request, int Acts)? wanted = open is not null && open.Person.TeamId == teamId && Waiting.For(open.Request, teamId, open.Now)?.Ask is Ask.Review
            ? (open.Request.Id, open.ActsDone)
            : null;
        if (wanted == _held) return;
        if (_held is { } held && held.Request != wanted?.Request) claims.Release(held.Request, this);
        _held = wanted;
        if (wanted is { } now) claims.Hold(now.Request, this, open!.Person);
    }

    public void LetGo()
    {
        if (_held is { } held) claims.Release(held.Request, this);
        _held = null;
    }
}
