using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Accounts;

/// <summary>
/// Counts tries of one account. A try is taken before the password is looked at and given back when it was right, so that many at the same
/// moment are not more than one after the other.
/// </summary>
public sealed class Attempts(IDbContextFactory<RouterDb> factory, WriteGate gate, TimeProvider time)
{
    public const int Most = 5;

    /// <summary>How long nobody can try after the last one.</summary>
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    /// <summary>Takes one try.</summary>
    /// <returns>Whether there was one left.</returns>
    public Task<bool> TakeAsync(string accountId, CancellationToken cancel = default) => ChangeAsync(accountId, (account, now) =>
    {
        if (account.LockoutEnd > now) return false;
        if (account.LockoutEnd is not null) account.AccessFailedCount = 0;
        account.AccessFailedCount++;
        account.LockoutEnd = account.AccessFailedCount < Most ? null : now + LockedFor;
        return true;
    }, cancel);

    /// <summary>Gives a try back that was right, without forgetting the wrong ones before: a second step follows.</summary>
    public Task GiveBackAsync(string accountId, CancellationToken cancel = default) => ChangeAsync(accountId, (account, _) =>
    {
        account.AccessFailedCount = Math.Max(0, account.AccessFailedCount - 1);
        if (account.AccessFailedCount < Most) account.LockoutEnd = null;
        return true;
    }, cancel);

    /// <summary>Forgets all tries: whoever it is has come in.</summary>
    public Task ForgetAsync(string accountId, CancellationToken cancel = default) => ChangeAsync(accountId, (account, _) =>
    {
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        return true;
    }, cancel);

    private Task<bool> ChangeAsync(string accountId, Func<Account, DateTimeOffset, bool> change, CancellationToken cancel) => gate.RunAsync(async () =>
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Accounts.SingleOrDefaultAsync(a => a.Id == accountId, cancel) is not { } account || !change(account, time.GetUtcNow())) return false;
        // Identity writes whole accounts: what it read before this must not come back.
        account.ConcurrencyStamp = Guid.NewGuid().ToString();
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }, cancel);
}
