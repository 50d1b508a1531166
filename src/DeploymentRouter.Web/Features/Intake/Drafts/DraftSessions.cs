using DeploymentRouter.Persistence.Drafts;

namespace DeploymentRouter.Web.Features.Intake.Drafts;

/// <summary>Opens drafts for tabs.</summary>
public sealed class DraftSessions(DraftStore store, DraftFeed feed, TimeProvider time, ILogger<DraftSession> logger)
{
    /// <summary>A session on the draft, or null: there is no such draft, or it is somebody else's.</summary>
    /// <param name="dispatch">Runs work where the tab may be touched.</param>
    /// <param name="changed">Called there after anything changed.</param>
    public async Task<DraftSession?> OpenAsync(Guid draftId, string personId, Func<Func<Task>, Task> dispatch, Action changed) =>
        await store.FindAsync(draftId, personId) is { } draft
            ? new DraftSession(draft, store, feed, time, logger, dispatch, changed)
            : null;
}
