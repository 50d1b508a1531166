using DeploymentRouter.Persistence.Schema;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Accounts;

/// <summary>What somebody signs in with beside a password: an authenticator app, recovery codes, passkeys.</summary>
internal static class Devices
{
    public static async Task ForgetAsync(RouterDb db, Account account, CancellationToken cancel)
    {
        await db.Set<IdentityUserToken<string>>().Where(t => t.UserId == account.Id).ExecuteDeleteAsync(cancel);
        await db.Set<IdentityUserPasskey<string>>().Where(k => k.UserId == account.Id).ExecuteDeleteAsync(cancel);
        (account.TwoFactorEnabled, account.SecurityStamp, account.ConcurrencyStamp) = (false, Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
    }
}
