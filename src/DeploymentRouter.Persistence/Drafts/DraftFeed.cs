namespace DeploymentRouter.Persistence.Drafts;

/// <summary>Tells the other open tabs of this process that a draft changed, was discarded or was filed.</summary>
public sealed class DraftFeed
{
    /// <summary>Raised after the change is stored; on the thread of whoever made it.</summary>
    public event Action<Guid>? Changed;

    /// <summary>Tells everybody, and lets no listener keep the others from hearing it.</summary>
    public void Publish(Guid draftId)
    {
        foreach (var listener in Changed?.GetInvocationList().Cast<Action<Guid>>() ?? [])
        {
            try
            {
                listener(draftId);
            }
            catch (ObjectDisposedException)
            {
                // A tab that is just being closed.
            }
        }
    }
}
