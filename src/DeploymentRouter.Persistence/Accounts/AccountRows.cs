namespace DeploymentRouter.Persistence.Accounts;

internal static class AccountRows
{
    /// <summary>Gives an account another password. Whatever began with the old one, such as a second step, ends.</summary>
    public static void Take(this Account account, string passwordHash) =>
        (account.PasswordHash, account.SecurityStamp, account.ConcurrencyStamp) = (passwordHash, Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
}
