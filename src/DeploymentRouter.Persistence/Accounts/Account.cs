using Microsoft.AspNetCore.Identity;

namespace DeploymentRouter.Persistence.Accounts;

/// <summary>How one person signs in. It has the person's identifier; who they are and what they may do is with the person.</summary>
public sealed class Account : IdentityUser;
