using Microsoft.AspNetCore.Identity;

namespace DeploymentRouter.Persistence.Accounts;

/// <summary>Hashes passwords and compares them, at the same price whether there is one to compare with or not.</summary>
public sealed class Passwords(IPasswordHasher<Account> hasher)
{
    private readonly Lazy<string> _nobodys = new(() => hasher.HashPassword(new Account(), Guid.NewGuid().ToString()));

    public string Hash(string password) => hasher.HashPassword(new Account(), password);

    /// <param name="hash">Null: there is no such account, or it has no password. It takes as long to say so.</param>
    public bool AreSame(string? hash, string password) =>
        hasher.VerifyHashedPassword(new Account(), hash ?? _nobodys.Value, password) is not PasswordVerificationResult.Failed && hash is not null;
}
