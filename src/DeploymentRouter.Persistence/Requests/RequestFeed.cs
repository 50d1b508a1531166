using Microsoft.Extensions.Logging;

namespace DeploymentRouter.Persistence.Requests;

/// <summary>Which request just changed.</summary>
public sealed class RequestFeed(ILogger<RequestFeed> logger) : ChangeFeed(logger);
