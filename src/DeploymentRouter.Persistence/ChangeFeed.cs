using Microsoft.Extensions.Logging;

namespace DeploymentRouter.Persistence;

/// <summary>Tells open pages of this process what just changed. Subscribe in a page, unsubscribe when it goes.</summary>
public abstract partial class ChangeFeed(ILogger logger)
{
    /// <summary>Raised after the change is stored, with what changed; on the thread of whoever made it.</summary>
    public event Action<Guid>? Changed;

    /// <summary>Tells everybody. What is stored is stored: no listener keeps the others from hearing it, or fails whoever did it.</summary>
    public void Publish(Guid id)
    {
        foreach (var listener in Changed?.GetInvocationList().Cast<Action<Guid>>() ?? [])
        {
            try
            {
                listener(id);
            }
            catch (ObjectDisposedException)
            {
                // A page that is just being closed.
            }
            catch (Exception failure)
            {
                Failed(id, failure);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "A page could not take the news that {Id} changed.")]
    private partial void Failed(Guid id, Exception failure);
}
