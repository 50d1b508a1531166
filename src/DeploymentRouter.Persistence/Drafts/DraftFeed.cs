using Microsoft.Extensions.Logging;

namespace DeploymentRouter.Persistence.Drafts;

/// <summary>Which draft just changed, was discarded or was filed: for the other tabs it is open in.</summary>
public sealed class DraftFeed(ILogger<DraftFeed> logger) : ChangeFeed(logger);
