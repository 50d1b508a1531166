using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence;

namespace DeploymentRouter.Web.Features.Queues;

/// <summary>
/// Who has which request open to review it. Nothing is locked: it only says so to the others, so that two do not do the same.
/// Lives in this process; on several machines each knows its own.
/// </summary>
public sealed class ReviewClaims(TimeProvider time, ILogger<ReviewClaims> logger) : ChangeFeed(logger)
{
    /// <summary>How long a claim lasts after its holder last did something.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private readonly Dictionary<Guid, List<(object Page, ReviewClaim Claim, DateTime Until)>> _claims = [];
    private readonly Lock _lock = new();

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Claims for a page, or renews its claim. One that the page held on another request should be released first.</summary>
    public void Hold(Guid requestId, object page, Person person)
    {
        lock (_lock)
        {
            var held = _claims.TryGetValue(requestId, out var list) ? list : _claims[requestId] = [];
            var at = held.FindIndex(one => one.Page == page);
            var since = at >= 0 && held[at].Until > Now ? held[at].Claim.Since : Now;
            if (at >= 0) held.RemoveAt(at);
            held.Add((page, new ReviewClaim(person.Id, person.Name, since), Now + Lasts));
        }

        Publish(requestId);
    }

    public void Release(Guid requestId, object page)
    {
        lock (_lock)
        {
            if (!_claims.TryGetValue(requestId, out var held)) return;
            held.RemoveAll(one => one.Page == page || one.Until <= Now);
            if (held.Count == 0) _claims.Remove(requestId);
        }

        Publish(requestId);
    }

    /// <summary>Who else has it open, the first of them; null: nobody.</summary>
    public ReviewClaim? OfOthers(Guid requestId, string personId)
    {
        lock (_lock)
        {
            return !_claims.TryGetValue(requestId, out var held) ? null : held
                .Where(one => one.Until > Now && one.Claim.PersonId != personId)
                .Select(one => one.Claim)
                .MinBy(claim => claim.Since);
        }
    }
}

/// <summary>Somebody has a request open since a time (UTC).</summary>
public sealed record ReviewClaim(string PersonId, string Name, DateTime Since);
