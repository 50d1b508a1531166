using DeploymentRouter.Persistence.Schema;
using Microsoft.AspNetCore.Identity;

namespace DeploymentRouter.Persistence.Accounts;

internal static class AccountRows
{
    /// <summary>
    /// Accounts that open something by themselves. Whoever comes by a provider comes by nothing else: a password or passkey of theirs would
    /// let them in after the provider no longer does.
    /// </summary>
    public static IQueryable<Account> AccountsHere(this RouterDb db) =>
        db.Accounts.Where(account => !db.Set<IdentityUserLogin<string>>().Any(login => login.UserId == account.Id));

    /// <summary>Gives an account another password. Whatever began with the old one, such as a second step, ends.</summary>
    public static void Take(this Account account, string passwordHash) =>
        (account.PasswordHash, account.SecurityStamp, account.ConcurrencyStamp) = (passwordHash, Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
}
