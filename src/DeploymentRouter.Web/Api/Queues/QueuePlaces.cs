using System.Security.Cryptography;
using DeploymentRouter.Persistence.Queues;
using Microsoft.AspNetCore.DataProtection;

namespace DeploymentRouter.Web.Api.Queues;

/// <summary>Places in a queue as they stand in an address. A place says how a request ranks, which not everybody is shown: so it is sealed.</summary>
public sealed class QueuePlaces(IDataProtectionProvider protection)
{
    private readonly IDataProtector _seal = protection.CreateProtector(typeof(QueuePlaces).FullName!);

    internal string Write(QueueLine line) => _seal.Protect(line.Order);

    /// <summary>False: it is no place that was written here. Null is the top.</summary>
    internal bool TryRead(string? place, out string? order)
    {
        order = null;
        if (place is null) return true;
        try
        {
            order = _seal.Unprotect(place);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
