using System.Threading.RateLimiting;
using DeploymentRouter.Web.Hosting;

namespace DeploymentRouter.Web.SignIn;

/// <summary>How often one address may try passwords and codes. Many people may share an address, so it is generous; each account has its own limit.</summary>
public sealed class SignInLimits(IConfiguration configuration) : IDisposable
{
    /// <summary>Tries a minute from one address.</summary>
    public const string Key = "SignIn:TriesPerMinute";

    public const string Sentence = "There were too many tries from your address. Wait a minute, then try again.";

    private const int Usual = 20;

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetTokenBucketLimiter(address, _ => Bucket(configuration.GetValue(Key, Usual))), StringComparer.Ordinal);

    /// <summary>Takes one try; says 429 when none is left.</summary>
    public bool TryTake(HttpContext http)
    {
        using var lease = _limiter.AttemptAcquire(Network.Of(http.Connection.RemoteIpAddress));
        if (!lease.IsAcquired) http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();

    private static TokenBucketRateLimiterOptions Bucket(int tries) => new()
    {
        TokenLimit = tries,
        TokensPerPeriod = tries,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1),
        QueueLimit = 0,
    };
}
