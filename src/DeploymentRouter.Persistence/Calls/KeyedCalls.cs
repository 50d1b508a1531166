using System.Collections.Concurrent;
using System.Security.Cryptography;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Calls;

/// <summary>
/// Calls that may be tried again. That a call has begun is stored before it does anything, and its answer after it: whoever comes with the
/// same key gets that answer. Between the two a crash leaves a call of which nobody knows how far it came; that one is never begun again.
/// </summary>
public sealed class KeyedCalls(IDbContextFactory<RouterDb> factory, WriteGate gate, TimeProvider time)
{
    /// <summary>How long a key is remembered.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    // What this process is doing now; whatever else is unanswered in the table was cut off.
    private readonly ConcurrentDictionary<(string, string), byte> _underWay = new();

    /// <param name="asked">SHA-256 of all that is asked.</param>
    /// <param name="repeatsSafely">Whether a call that was cut off can simply be done again.</param>
    public Task<KeyedCall> BeginAsync(string callerId, string key, byte[] asked, bool repeatsSafely, CancellationToken cancel = default) =>
        gate.RunAsync<KeyedCall>(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            var now = time.GetUtcNow().UtcDateTime;
            var oldest = now - Kept;
            await db.KeyedCalls.Where(c => c.BegunAt < oldest).ExecuteDeleteAsync(cancel);
            if (await db.KeyedCalls.FindAsync([callerId, key], cancel) is not { } row)
                db.KeyedCalls.Add(row = new KeyedCallRow { CallerId = callerId, Key = key, Asked = asked, BegunAt = now });
            else if (_underWay.ContainsKey((callerId, key))) return new KeyedCall.UnderWay();
            else if (!CryptographicOperations.FixedTimeEquals(row.Asked, asked)) return new KeyedCall.AnotherCall();
            else if (row is { Status: { } status }) return Answered(row, status);
            else if (!repeatsSafely) return new KeyedCall.CutOff();
            else row.BegunAt = now;
            await db.SaveChangesAsync(cancel);
            _underWay[(callerId, key)] = 0;
            return new KeyedCall.Begun();
        }, cancel);

    /// <summary>Keeps the answer of a call that has begun.</summary>
    /// <param name="answer">Its body is null when it may be given only once.</param>
    public Task AnswerAsync(string callerId, string key, KeptAnswer answer) => ChangeAsync(callerId, key, row => row.ExecuteUpdateAsync(set => set
        .SetProperty(c => c.Status, answer.Status)
        .SetProperty(c => c.ContentType, answer.ContentType)
        .SetProperty(c => c.Headers, answer.Headers)
        .SetProperty(c => c.Body, answer.Body)));

    /// <summary>Forgets a call that has done nothing, so that it may be begun again.</summary>
    public Task ForgetAsync(string callerId, string key) => ChangeAsync(callerId, key, row => row.ExecuteDeleteAsync());

    /// <summary>Leaves a call as it is that failed midway: what it did is not known.</summary>
    public void CutOff(string callerId, string key) => _underWay.TryRemove((callerId, key), out _);

    private static KeyedCall Answered(KeyedCallRow row, int status) => row.Body is { } body
        ? new KeyedCall.Answered(new KeptAnswer(status, row.ContentType, row.Headers, body))
        : new KeyedCall.AnsweredOnce();

    private async Task ChangeAsync(string callerId, string key, Func<IQueryable<KeyedCallRow>, Task<int>> change)
    {
        try
        {
            await gate.RunAsync(async () =>
            {
                await using var db = await factory.CreateDbContextAsync(CancellationToken.None);
                return await change(db.KeyedCalls.Where(c => c.CallerId == callerId && c.Key == key));
            }, CancellationToken.None);
        }
        finally
        {
            CutOff(callerId, key);
        }
    }
}
