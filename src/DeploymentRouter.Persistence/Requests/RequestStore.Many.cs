using System.Diagnostics;
using DeploymentRouter.Core.Requests;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Requests;

/// <content>Many new requests at once.</content>
public sealed partial class RequestStore
{
    /// <summary>
    /// Stores new requests in their order and in one transaction, until <paramref name="budget"/> is spent: others wait no longer than that and
    /// the last of them. At least one is stored.
    /// </summary>
    /// <returns>Those it got to, each as <see cref="AddAsync(Request, Guid, CancellationToken)"/> would give it.</returns>
    public async Task<IReadOnlyList<Request>> AddPartAsync(IReadOnlyList<(Request Request, Guid SubmissionKey)> requests, TimeSpan budget, CancellationToken cancel = default)
    {
        var stored = await gate.RunAsync(async () =>
        {
            var (written, clock) = (new List<Request>(), Stopwatch.StartNew());
            await using var db = await factory.CreateDbContextAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            foreach (var (request, key) in requests)
            {
                written.Add(await AddAsync(db, request, key, cancel));
                db.ChangeTracker.Clear();
                if (clock.Elapsed >= budget) break;
            }

            await transaction.CommitAsync(cancel);
            return written;
        }, cancel);
        foreach (var request in stored.Where(request => request.NewEntries.Count > 0))
        {
            request.MarkStored();
            feed.Publish(request.Id);
        }

        return stored;
    }

    /// <summary>The numbers of the requests that were filed under these keys.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> NumbersFiledAsync(IReadOnlyCollection<Guid> submissionKeys, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Requests.Where(r => submissionKeys.Contains(r.SubmissionKey)).ToDictionaryAsync(r => r.SubmissionKey, r => r.Number, cancel);
    }
}
