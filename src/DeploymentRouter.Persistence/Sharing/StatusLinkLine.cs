using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Persistence.Sharing;

/// <summary>A link that was just made. <paramref name="Secret"/> is shown once and kept nowhere.</summary>
public sealed record NewStatusLink(string Secret, DateTime ExpiresAt);

/// <summary>A link as people of the installation read it.</summary>
/// <param name="Opened">How often.</param>
/// <param name="LastOpenedAt">UTC; null: never.</param>
public sealed record StatusLinkLine(Guid Id, string? Note, string CreatedByName, DateTime CreatedAt, DateTime ExpiresAt, int Opened, DateTime? LastOpenedAt);

/// <summary>What a link leads to. What of the request is shown is decided by whoever shows it.</summary>
public sealed record OpenedStatus(Request Request, string? Note, DateTime ExpiresAt);
