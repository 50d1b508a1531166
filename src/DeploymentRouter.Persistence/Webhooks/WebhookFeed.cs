using Microsoft.Extensions.Logging;

namespace DeploymentRouter.Persistence.Webhooks;

/// <summary>Of which webhook a delivery was just made, tried or asked for.</summary>
public sealed class WebhookFeed(ILogger<WebhookFeed> logger) : ChangeFeed(logger);
