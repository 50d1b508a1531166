namespace DeploymentRouter.Persistence.Accounts;

/// <summary>A session as its owner reads it.</summary>
/// <param name="Door">How it began: "password", "passkey", "single sign-on", "demo".</param>
/// <param name="Device">The browser and system in words; null: unknown.</param>
public sealed record SessionLine(Guid Id, string Door, string? Address, string? Device, DateTime StartedAt, DateTime SeenAt);
