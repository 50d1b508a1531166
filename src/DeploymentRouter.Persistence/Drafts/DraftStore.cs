using System.Collections.Immutable;
using System.Text.Json;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Drafts;

/// <summary>Keeps what people typed into the intake. A draft is seen and changed by its owner only.</summary>
public sealed class DraftStore(IDbContextFactory<RouterDb> factory, WriteGate gate, DraftFeed feed, TimeProvider time)
{
    /// <summary>A draft to begin with: the owner's newest one that nothing was typed into, or a new one. Never leaves two empty ones behind.</summary>
    public async Task<Draft> StartAsync(string ownerId, CancellationToken cancel = default) =>
        await gate.RunAsync(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            var draft = Draft.Start(Guid.CreateVersion7(), ownerId, time.GetUtcNow().UtcDateTime);
            if (await db.Drafts.Where(d => d.OwnerId == ownerId && d.RequestId == null && d.Version == 0)
                .OrderByDescending(d => d.ChangedAt).FirstOrDefaultAsync(cancel) is { } empty)
            {
                (empty.CreatedAt, empty.ChangedAt) = (draft.CreatedAt, draft.ChangedAt);
                await db.SaveChangesAsync(cancel);
                return Read(empty);
            }

            var row = new DraftRow { Id = draft.Id, OwnerId = ownerId, CreatedAt = draft.CreatedAt, CustomerName = "", Fields = "{}" };
            Fill(row, draft);
            db.Drafts.Add(row);
            await db.SaveChangesAsync(cancel);
            return draft;
        }, cancel);

    /// <summary>The draft, or null: there is none, or it is somebody else's.</summary>
    public async Task<Draft?> FindAsync(Guid id, string ownerId, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var row = await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.OwnerId == ownerId, cancel);
        return row is null ? null : Read(row);
    }

    /// <summary>The owner's drafts that are not filed yet, last changed first; without those that nothing was typed into.</summary>
    public async Task<IReadOnlyList<DraftSummary>> OfAsync(string ownerId, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Drafts.Where(d => d.OwnerId == ownerId && d.RequestId == null && d.Version > 0)
            .OrderByDescending(d => d.ChangedAt)
            .Select(d => new DraftSummary(d.Id, d.CustomerName, d.CreatedAt, d.ChangedAt))
            .Take(100)
            .ToListAsync(cancel);
    }

    /// <summary>
    /// Changes one field. Another tab's changes to other fields are merged; a conflict over this very field changes nothing.
    /// Null: no such draft, or it is filed already.
    /// </summary>
    /// <param name="seenVersion">The draft version the tab showed when its owner typed.</param>
    public async Task<DraftChange?> ChangeAsync(
        Guid id, string ownerId, string key, string? text, int seenVersion, CancellationToken cancel = default)
    {
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal) { [key] = text };
        return await ChangeAllAsync(id, ownerId, fields, seenVersion, cancel) is var (draft, conflicts) ? new DraftChange(draft, conflicts is [var conflict] ? conflict : null) : null;
    }

    /// <summary>
    /// Changes several fields, or none of them: a conflict over one keeps all as they were. Null: no such draft, or it is filed already.
    /// </summary>
    /// <param name="seenVersion">The draft version that whoever changes it has read.</param>
    public async Task<(Draft Draft, IReadOnlyList<DraftConflict> Conflicts)?> ChangeAllAsync(
        Guid id, string ownerId, IReadOnlyDictionary<string, string?> fields, int seenVersion, CancellationToken cancel = default)
    {
        var changed = await gate.RunAsync<(Draft Draft, IReadOnlyList<DraftConflict> Conflicts)?>(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            if (await db.Drafts.SingleOrDefaultAsync(d => d.Id == id && d.OwnerId == ownerId && d.RequestId == null, cancel) is not { } row) return null;
            var (now, draft, conflicts) = (time.GetUtcNow().UtcDateTime, Read(row), new List<DraftConflict>());
            foreach (var (key, text) in fields)
            {
                (draft, var conflict) = draft.With(key, text, seenVersion, now);
                if (conflict is not null) conflicts.Add(conflict);
            }

            if (conflicts.Count > 0) return (Read(row), conflicts);
            if (draft.Version == row.Version) return (draft, []);
            Fill(row, draft);
            await db.SaveChangesAsync(cancel);
            return (draft, []);
        }, cancel);
        if (changed is { Conflicts.Count: 0 }) feed.Publish(id);
        return changed;
    }

    /// <summary>Throws the draft away. False: there was none to throw away.</summary>
    public async Task<bool> DiscardAsync(Guid id, string ownerId, CancellationToken cancel = default)
    {
        var discarded = await gate.RunAsync(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            return await db.Drafts.Where(d => d.Id == id && d.OwnerId == ownerId && d.RequestId == null).ExecuteDeleteAsync(cancel) > 0;
        }, cancel);
        if (discarded) feed.Publish(id);
        return discarded;
    }

    private static Draft Read(DraftRow row) => new(
        row.Id,
        row.OwnerId,
        row.Version,
        row.CreatedAt,
        row.ChangedAt,
        JsonSerializer.Deserialize<Dictionary<string, DraftField>>(row.Fields)!.ToImmutableSortedDictionary(StringComparer.Ordinal),
        row.RequestId);

    private static void Fill(DraftRow row, Draft draft)
    {
        row.Version = draft.Version;
        row.ChangedAt = draft.ChangedAt;
        row.CustomerName = draft[DraftKeys.CustomerName] ?? "";
        row.Fields = JsonSerializer.Serialize(draft.Fields.ToDictionary(StringComparer.Ordinal));
    }
}

/// <summary>A draft after a change, or the conflict that kept it as it was.</summary>
public sealed record DraftChange(Draft Draft, DraftConflict? Conflict);

/// <summary>A draft in a list.</summary>
public sealed record DraftSummary(Guid Id, string CustomerName, DateTime CreatedAt, DateTime ChangedAt);
