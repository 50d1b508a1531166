namespace DeploymentRouter.Persistence.Drafts;

/// <summary>Tells the other open tabs of this process that a draft changed.</summary>
public sealed class DraftFeed
{
    public event Action<Guid>? Changed;

    public void Publish(Guid draftId) => Changed?.Invoke(draftId);
}
