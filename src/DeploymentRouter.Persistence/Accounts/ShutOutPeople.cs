using System.Security.Cryptography;
using System.Text;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Accounts;

/// <summary>
/// People of an identity provider who were shut out and then erased. Without a trace of them they would be unknown when they come again, and
/// let in. What is kept is a hash of issuer and subject: nobody can tell from it who it was but the provider, which knows anyway. It is not keyed,
/// because a key would lie beside it in the same backup.
/// </summary>
internal static class ShutOutPeople
{
    public static async Task RememberAsync(RouterDb db, string issuer, string subject, DateTime now, CancellationToken cancel)
    {
        if (!await IsAsync(db, issuer, subject, cancel)) db.ShutOut.Add(new ShutOutRow { Hash = HashOf(issuer, subject), At = now });
        await db.SaveChangesAsync(cancel);
    }

    public static Task<bool> IsAsync(RouterDb db, string issuer, string subject, CancellationToken cancel)
    {
        var hash = HashOf(issuer, subject);
        return db.ShutOut.AnyAsync(row => row.Hash == hash, cancel);
    }

    /// <summary>An administrator has invited them anew.</summary>
    public static Task<int> ForgetAsync(RouterDb db, string issuer, string subject, CancellationToken cancel)
    {
        var hash = HashOf(issuer, subject);
        return db.ShutOut.Where(row => row.Hash == hash).ExecuteDeleteAsync(cancel);
    }

    // An issuer is an address and has no line break.
    private static byte[] HashOf(string issuer, string subject) => SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer}\n{subject}"));
}
