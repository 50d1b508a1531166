namespace DeploymentRouter.Persistence.Requests;

/// <summary>Tells open pages of this process which request just changed. Subscribe in a page, unsubscribe when it goes.</summary>
public sealed class RequestFeed
{
    /// <summary>Raised after the change is stored; on the thread of whoever made it.</summary>
    public event Action<Guid>? Changed;

    /// <summary>Tells everybody, and lets no listener keep the others from hearing it.</summary>
    public void Publish(Guid requestId)
    {
        foreach (var listener in Changed?.GetInvocationList().Cast<Action<Guid>>() ?? [])
        {
            try
            {
                listener(requestId);
            }
            catch (ObjectDisposedException)
            {
                // A page that is just being closed.
            }
        }
    }
}
