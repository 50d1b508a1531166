using System.Diagnostics;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Persistence.Growth;
using DeploymentRouter.Persistence.Queues;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Persistence.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Requests;

/// <summary>Reads requests from their history and appends to it. State, history and queues change in one transaction.</summary>
public sealed partial class RequestStore(IDbContextFactory<RouterDb> factory, PlaybookInForce playbook, WriteGate gate, RequestFeed feed, TimeProvider time)
{
    /// <summary>The first number ever given.</summary>
    public const int FirstNumber = 1001;

    /// <summary>A request; null: there is none, or it is out of sight.</summary>
    public async Task<Request?> FindAsync(Guid id, Sight sight, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await NumberAsync(db, id, sight, cancel) is { } number ? await LoadAsync(db, id, number, sight.SeesCommercial, cancel) : null;
    }

    /// <summary>A request; null: there is none, or it is out of sight.</summary>
    public async Task<Request?> FindAsync(int number, Sight sight, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var id = await db.Requests.In(sight).Where(r => r.Number == number).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(cancel);
        return id is null ? null : await LoadAsync(db, id.Value, number, sight.SeesCommercial, cancel);
    }

    /// <summary>A request that is in sight, with all that is in it: to act on and store, not to be shown.</summary>
    public async Task<Request?> FindToActAsync(Guid id, Sight sight, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await NumberAsync(db, id, sight, cancel) is { } number ? await LoadAsync(db, id, number, withCommercial: true, cancel) : null;
    }

    /// <inheritdoc cref="FindToActAsync(Guid, Sight, CancellationToken)"/>
    public async Task<Request?> FindToActAsync(int number, Sight sight, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var id = await db.Requests.In(sight).Where(r => r.Number == number).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(cancel);
        return id is null ? null : await LoadAsync(db, id.Value, number, withCommercial: true, cancel);
    }

    /// <summary>The request that was filed under this key; null: none was.</summary>
    public async Task<Request?> FindFiledAsync(Guid submissionKey, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await FindFiledAsync(db, submissionKey, cancel);
    }

    /// <summary>
    /// Stores a new request and gives it its number. Filing again under the same key stores nothing and returns the request
    /// that this person filed first, however often and from wherever it is tried.
    /// </summary>
    /// <exception cref="PlaybookReplacedException">It was opened by a playbook that is not in force any more.</exception>
    public async Task<Request> AddAsync(Request request, Guid submissionKey, CancellationToken cancel = default)
    {
        var stored = await gate.RunAsync(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var filed = await AddAsync(db, request, submissionKey, cancel);
            if (!ReferenceEquals(filed, request)) return filed;
            await transaction.CommitAsync(cancel);
            request.MarkStored();
            return request;
        }, cancel);
        if (ReferenceEquals(stored, request)) feed.Publish(request.Id);
        return stored;
    }

    /// <summary>Appends what is new. False: somebody else wrote, or another playbook came, since it was read; nothing is stored then.</summary>
    public Task<bool> SaveAsync(Request request, CancellationToken cancel = default) => SaveAsync(request, _ => Task.CompletedTask, cancel);

    /// <summary>The same; what <paramref name="along"/> writes is stored in the same transaction.</summary>
    public async Task<bool> SaveAsync(Request request, Func<RouterDb, Task> along, CancellationToken cancel = default)
    {
        var seen = request.Version - request.NewEntries.Count;
        var saved = await gate.RunAsync(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var row = await db.Requests.SingleAsync(r => r.Id == request.Id, cancel);
            // The transaction began as a writer: nobody else, in this process or another, writes before it ends.
            if (row.Version != seen || IsByAnother(request)) return false;
            await AutomaticAssignment.ChooseAsync(db, request, cancel);
            await along(db);
            await WriteAsync(db, row, request, cancel);
            await transaction.CommitAsync(cancel);
            request.MarkStored();
            return true;
        }, cancel);
        if (saved) feed.Publish(request.Id);
        return saved;
    }

    /// <summary>
    /// Appends what is new in several requests, in their order and in one transaction, until <paramref name="budget"/> is spent: others
    /// wait no longer than that and the last of them. At least one is looked at.
    /// </summary>
    public async Task<StoredPart> SavePartAsync(IReadOnlyList<Request> requests, TimeSpan budget, CancellationToken cancel = default)
    {
        var (stored, overtaken) = await gate.RunAsync(async () =>
        {
            var (written, passed, clock) = (new List<Request>(), new List<Request>(), Stopwatch.StartNew());
            await using var db = await factory.CreateDbContextAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            foreach (var request in requests)
            {
                var row = await db.Requests.SingleAsync(r => r.Id == request.Id, cancel);
                var isAsRead = row.Version == request.Version - request.NewEntries.Count && !IsByAnother(request);
                if (isAsRead) await WriteAsync(db, row, request, cancel);
                (isAsRead ? written : passed).Add(request);
                db.ChangeTracker.Clear();
                if (clock.Elapsed >= budget) break;
            }

            await transaction.CommitAsync(cancel);
            return (written, passed);
        }, cancel);
        foreach (var request in stored)
        {
            request.MarkStored();
            feed.Publish(request.Id);
        }

        return new StoredPart(stored, overtaken);
    }

    // In the transaction of the caller, who marks it as stored.
    private async Task<Request> AddAsync(RouterDb db, Request request, Guid submissionKey, CancellationToken cancel)
    {
        if (await FindFiledAsync(db, submissionKey, cancel) is { } filed)
        {
            if (filed.OpenedBy.PersonId == request.OpenedBy.PersonId) return filed;
            // The key of somebody else tells nothing of what was filed under it.
            submissionKey = Guid.CreateVersion7();
        }

        if (IsByAnother(request)) throw new PlaybookReplacedException();
        request.Number = await LastNumberAsync(db, cancel) + 1;
        await WriteNewAsync(db, request, submissionKey, cancel);
        await db.Drafts.Where(d => d.Id == submissionKey && d.OwnerId == request.OpenedBy.PersonId)
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.RequestId, request.Id), cancel);
        return request;
    }

    // Asked inside the gate, where no other playbook is put in force: its stages would be written by rules that are gone.
    private bool IsByAnother(Request request) => !string.Equals(request.Playbook.Hash, playbook.Current.Hash, StringComparison.Ordinal);

    private async Task<Request?> FindFiledAsync(RouterDb db, Guid submissionKey, CancellationToken cancel)
    {
        var filed = await db.Requests.Where(r => r.SubmissionKey == submissionKey)
            .Select(r => new { r.Id, r.Number }).SingleOrDefaultAsync(cancel);
        return filed is null ? null : await LoadAsync(db, filed.Id, filed.Number, withCommercial: true, cancel);
    }

    private static Task<int?> NumberAsync(RouterDb db, Guid id, Sight sight, CancellationToken cancel) =>
        db.Requests.In(sight).Where(r => r.Id == id).Select(r => (int?)r.Number).SingleOrDefaultAsync(cancel);

    private async Task<Request> LoadAsync(RouterDb db, Guid id, int number, bool withCommercial, CancellationToken cancel)
    {
        var rows = await db.History.AsNoTracking().Where(h => h.RequestId == id).OrderBy(h => h.Number).ToListAsync(cancel);
        var history = rows.Select(row => row.ToEntry());
        var request = withCommercial
            ? Request.FromHistory(id, number, playbook.Current, history)
            : Request.ShownFromHistory(id, number, playbook.Current, history);
        await AutomaticAssignment.LookForDeciderAsync(db, request, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), cancel);
        return request;
    }

    private static async Task WriteAsync(RouterDb db, RequestRow row, Request request, CancellationToken cancel)
    {
        if (request.LeavesOutCommercial) throw new InvalidOperationException("What was left out for a reader would be lost.");
        // Of a new request there is nothing yet to be taken away.
        var isNew = db.Entry(row).State is EntityState.Added;
        RequestProjection.Fill(row, request);
        db.History.AddRange(request.NewEntries.Select(entry => new HistoryRow
        {
            RequestId = request.Id,
            Number = entry.Number,
            Act = entry.Act,
            At = entry.At,
            ById = entry.By.PersonId,
            ByName = entry.By.Name,
            ByTeamId = entry.By.TeamId,
            What = HistoryJson.Write(entry.What),
        }));
        if (!isNew) await db.Queues.Where(q => q.RequestId == request.Id).ExecuteDeleteAsync(cancel);
        db.Queues.AddRange(QueueProjection.Lines(request, row));
        await TurnProjection.WriteAsync(db, request, isNew, cancel);
        await WebhookOutbox.WriteAsync(db, request, cancel);
        await db.SaveChangesAsync(cancel);
        if (!isNew || request.Watch is not null) await GrowthProjection.WriteAsync(db, request, cancel);
        await FollowAsync(db, request, cancel);
        await db.Database.ExecuteSqlAsync(
            $"INSERT OR REPLACE INTO RequestSearch(rowid, Customer) VALUES ({request.Number}, {request.Customer.Name})", cancel);
    }

    // Whoever writes wants to read the answer; they can stop following at any time. What people filed is on their page anyway.
    private static async Task FollowAsync(RouterDb db, Request request, CancellationToken cancel)
    {
        foreach (var personId in request.NewEntries.Where(entry => entry.What is Commented).Select(entry => entry.By.PersonId).Distinct(StringComparer.Ordinal))
            await db.Database.ExecuteSqlAsync($"INSERT OR IGNORE INTO Follows(PersonId, RequestId) VALUES ({personId}, {request.Id})", cancel);
    }
}

/// <summary>What became of the requests that one short transaction got to.</summary>
/// <param name="Overtaken">Written by others since they were read: nothing of them is stored.</param>
public sealed record StoredPart(IReadOnlyList<Request> Stored, IReadOnlyList<Request> Overtaken)
{
    public int Count => Stored.Count + Overtaken.Count;
}
