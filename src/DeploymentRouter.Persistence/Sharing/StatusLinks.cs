using System.Globalization;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Sharing;

/// <summary>Links to a request's status for people without an account: made, opened, revoked.</summary>
public sealed class StatusLinks(IDbContextFactory<RouterDb> factory, RequestStore store, PlaybookInForce playbook, WriteGate gate, TimeProvider time)
{
    public const int MinDays = 1;
    public const int MaxDays = 90;
    public const int UsualDays = 14;
    public const int MaxNote = 400;
    public const int MostOfOne = 20;
    private const int Attempts = 5;

    /// <summary>Makes a link. The link, its line in the history and its line in the audit are stored together or not at all.</summary>
    /// <param name="note">Shown to whoever opens it; empty: none.</param>
    public async Task<(NewStatusLink? Link, Refusal? Refusal)> MakeAsync(
        Guid requestId, int days, string note, Person by, Sight sight, CancellationToken cancel = default)
    {
        if (Problem(days, note.Trim()) is { } problem) return (null, problem);
        if ((await OfAsync(requestId, by, sight, cancel)).Count >= MostOfOne) return (null, TooMany());
        var (secret, now) = (StatusSecret.New(), Now);
        var row = new StatusLinkRow
        {
            Id = Guid.CreateVersion7(),
            RequestId = requestId,
            Hash = SecretHash.Of(secret),
            Note = note.Trim() is { Length: > 0 } text ? text : null,
            CreatedById = by.Id,
            CreatedByName = by.Name,
            CreatedAt = now,
            ExpiresAt = now.AddDays(days),
        };
        var refusal = await SaveAsync(
            requestId,
            sight,
            (request, at) => request.ShareStatus(row.Id, row.ExpiresAt, by, at),
            (db, request, at) =>
            {
                db.StatusLinks.Add(row);
                AuditLog.Add(db, by, at, "link-made", Subject(request), string.Create(CultureInfo.InvariantCulture, $"shared the status of {RequestNumber.Text(request.Number)} for {days} days"));
                return Task.CompletedTask;
            },
            cancel);
        return refusal is null ? (new NewStatusLink(secret, row.ExpiresAt), null) : (null, refusal);
    }

    /// <summary>Revokes a link at once and for good.</summary>
    public Task<Refusal?> RevokeAsync(Guid requestId, Guid linkId, Person by, Sight sight, CancellationToken cancel = default) => SaveAsync(
        requestId,
        sight,
        (request, at) => request.UnshareStatus(linkId, by, at),
        async (db, request, at) =>
        {
            await db.StatusLinks.Where(link => link.Id == linkId && link.RequestId == requestId && link.RevokedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(link => link.RevokedAt, at), cancel);
            AuditLog.Add(db, by, at, "link-revoked", Subject(request), $"revoked a link to the status of {RequestNumber.Text(request.Number)}");
        },
        cancel);

    /// <summary>The links of a request that still lead somewhere, the newest first; none for whoever may not share it.</summary>
    public async Task<IReadOnlyList<StatusLinkLine>> OfAsync(Guid requestId, Person by, Sight sight, CancellationToken cancel = default)
    {
        if (!by.May(Right.ShareStatus, playbook.Current)) return [];
        await using var db = await factory.CreateDbContextAsync(cancel);
        var seen = db.Requests.In(sight).Where(request => request.Id == requestId).Select(request => request.Id);
        return await Live(db.StatusLinks, Now).Where(link => seen.Contains(link.RequestId))
            .OrderByDescending(link => link.Id)
            .Select(link => new StatusLinkLine(
                link.Id,
                link.Note,
                link.CreatedByName,
                link.CreatedAt,
                link.ExpiresAt,
                db.StatusOpenings.Count(opening => opening.LinkId == link.Id),
                db.StatusOpenings.Where(opening => opening.LinkId == link.Id).Max(opening => (DateTime?)opening.At)))
            .ToListAsync(cancel);
    }

    /// <summary>Opens a link and records that it was opened. Null: it is unknown, altered, expired or revoked, and nothing says which.</summary>
    public async Task<OpenedStatus?> OpenAsync(string secret, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var hash = SecretHash.Of(secret);
        if (await Live(db.StatusLinks, Now).AsNoTracking().SingleOrDefaultAsync(link => link.Hash == hash, cancel) is not { } link) return null;
        if (await store.FindAsync(link.RequestId, Sight.Everything.WithoutCommercial(), cancel) is not { } request) return null;
        await gate.RunAsync(async () =>
        {
            db.StatusOpenings.Add(new StatusOpeningRow { LinkId = link.Id, At = Now });
            return await db.SaveChangesAsync(cancel);
        }, cancel);
        return new OpenedStatus(request, link.Note, link.ExpiresAt);
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private static string Subject(Request request) => $"request/{request.Number.ToString(CultureInfo.InvariantCulture)}";

    private static IQueryable<StatusLinkRow> Live(IQueryable<StatusLinkRow> links, DateTime now) => links.Where(link => link.RevokedAt == null && link.ExpiresAt > now);

    private static Refusal? Problem(int days, string note) =>
        days is < MinDays or > MaxDays ? new Refusal("LinkDaysInvalid", string.Create(CultureInfo.InvariantCulture, $"A link lasts {MinDays} to {MaxDays} days."))
        : TextCheck.Problem(note, MaxNote);

    private static Refusal Gone() => new("NotFound", "This request is not there any more.");

    private static Refusal TooMany() =>
        new("TooManyLinks", string.Create(CultureInfo.InvariantCulture, $"There are {MostOfOne} links already. Revoke one first."));

    private async Task<Refusal?> SaveAsync(
        Guid requestId, Sight sight, Func<Request, DateTime, Outcome> act, Func<RouterDb, Request, DateTime, Task> along, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await store.FindToActAsync(requestId, sight, cancel) is not { } request) return Gone();
            var now = Now;
            if (act(request, now).Refusal is { } refusal) return refusal;
            if (await store.SaveAsync(request, db => along(db, request, now), cancel)) return null;
        }

        throw new TimeoutException($"Request {requestId} is being written all the time; {Attempts} attempts to store a link failed.");
    }
}
