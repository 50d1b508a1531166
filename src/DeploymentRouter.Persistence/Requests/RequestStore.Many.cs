using System.Diagnostics;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Requests;

/// <content>Many requests at once.</content>
public sealed partial class RequestStore
{
    /// <summary>
    /// Stores new requests in their order and in one transaction, until <paramref name="budget"/> is spent: others wait no longer than that and
    /// the last of them. At least one is stored. A key that has filed a request, whoever filed it, files nothing again.
    /// </summary>
    /// <returns>What became of those it got to.</returns>
    public async Task<IReadOnlyList<FiledPart>> AddPartAsync(IReadOnlyList<(Request Request, Guid SubmissionKey)> requests, TimeSpan budget, CancellationToken cancel = default)
    {
        var (parts, stored) = await gate.RunAsync(async () =>
        {
            var (got, written, clock) = (new List<FiledPart>(), new List<Request>(), Stopwatch.StartNew());
            await using var db = await factory.CreateDbContextAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var keys = requests.Select(one => one.SubmissionKey).ToList();
            var filed = await db.Requests.Where(r => keys.Contains(r.SubmissionKey)).ToDictionaryAsync(r => r.SubmissionKey, r => r.Number, cancel);
            var last = await LastNumberAsync(db, cancel);
            foreach (var (request, key) in requests)
            {
                var isNew = !filed.TryGetValue(key, out var number);
                if (isNew)
                {
                    if (IsByAnother(request)) throw new PlaybookReplacedException();
                    request.Number = filed[key] = number = ++last;
                    await WriteNewAsync(db, request, key, cancel);
                    db.ChangeTracker.Clear();
                    written.Add(request);
                }

                got.Add(new FiledPart(number, isNew));
                if (clock.Elapsed >= budget) break;
            }

            await transaction.CommitAsync(cancel);
            return (got, written);
        }, cancel);
        foreach (var request in stored)
        {
            request.MarkStored();
            feed.Publish(request.Id);
        }

        return parts;
    }

    /// <summary>What was filed under these keys: the number, and how it was opened.</summary>
    public async Task<IReadOnlyDictionary<Guid, (int Number, Opened What)>> FiledAsync(IReadOnlyCollection<Guid> submissionKeys, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var filed = await db.Requests.Where(r => submissionKeys.Contains(r.SubmissionKey))
            .Join(db.History.Where(h => h.Number == 1), r => r.Id, h => h.RequestId, (r, h) => new { r.SubmissionKey, r.Number, h.What })
            .ToListAsync(cancel);
        return filed.ToDictionary(one => one.SubmissionKey, one => (one.Number, (Opened)HistoryJson.Read(one.What)));
    }

    private static async Task<int> LastNumberAsync(RouterDb db, CancellationToken cancel) => await db.Requests.MaxAsync(r => (int?)r.Number, cancel) ?? FirstNumber - 1;

    // In the transaction of the caller, who has given it its number and marks it as stored.
    private static async Task WriteNewAsync(RouterDb db, Request request, Guid submissionKey, CancellationToken cancel)
    {
        await AutomaticAssignment.ChooseAsync(db, request, cancel);
        var row = RequestProjection.NewRow(request, submissionKey);
        db.Requests.Add(row);
        await WriteAsync(db, row, request, cancel);
    }
}

/// <summary>What became of one of many requests.</summary>
/// <param name="IsNew">It is stored; otherwise its key had filed that number before.</param>
public sealed record FiledPart(int Number, bool IsNew);
