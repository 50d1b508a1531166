using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Webhooks;

/// <summary>Looks after who is told what: made, read, changed, paused, removed, by whoever may. What was sent is read and sent again in the other part.</summary>
public sealed partial class WebhookDesk(
    IDbContextFactory<RouterDb> factory,
    WriteGate gate,
    PlaybookInForce playbook,
    WebhookDestinations destinations,
    WebhookSettings settings,
    SecretSeal seal,
    WebhookFeed feed,
    TimeProvider time)
{
    /// <summary>How long both secrets sign after a rotation.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    /// <summary>All of them, by name.</summary>
    public async Task<(IReadOnlyList<WebhookLine> Lines, Refusal? Refusal)> ListAsync(Person by, CancellationToken cancel = default)
    {
        if (WhyNot(by) is { } refusal) return ([], refusal);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return (await LinesAsync(db, db.Webhooks, cancel), null);
    }

    /// <summary>One of them; neither: there is none.</summary>
    public async Task<(WebhookLine? Line, Refusal? Refusal)> FindAsync(Guid id, Person by, CancellationToken cancel = default)
    {
        if (WhyNot(by) is { } refusal) return (null, refusal);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return ((await LinesAsync(db, db.Webhooks.Where(hook => hook.Id == id), cancel)).FirstOrDefault(), null);
    }

    /// <summary>Makes one; its secret is in the answer and nowhere else.</summary>
    public async Task<(NewWebhook? Made, Refusal? Refusal)> MakeAsync(WebhookWish wish, Person by, CancellationToken cancel = default)
    {
        if ((WhyNot(by) ?? await ProblemAsync(wish, cancel)) is { } refusal) return (null, refusal);
        var secret = WebhookSecret.New();
        var row = new WebhookRow
        {
            Id = Guid.CreateVersion7(),
            Name = "",
            Url = "",
            Events = "",
            Secret = seal.Seal(secret),
            Version = 1,
            CreatedById = by.Id,
            CreatedByName = by.Name,
            CreatedAt = Now,
        };
        Take(row, wish);
        return await gate.RunAsync<(NewWebhook?, Refusal?)>(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            if (await db.Webhooks.CountAsync(cancel) >= WebhookSettings.MaxWebhooks) return (null, TooMany);
            db.Webhooks.Add(row);
            Tell(db, by, AuditKinds.WebhookMade, row, $"made the webhook {Named(row)}");
            await db.SaveChangesAsync(cancel);
            return (new NewWebhook(secret, WebhookLine.Of(row, 0, Now)), null);
        }, cancel);
    }

    /// <summary>Changes what it takes and where it goes.</summary>
    /// <param name="seen">The version that was read; null: whatever is there.</param>
    public async Task<(WebhookLine? Line, Refusal? Refusal)> ChangeAsync(Guid id, int? seen, WebhookWish wish, Person by, CancellationToken cancel = default)
    {
        if ((WhyNot(by) ?? await ProblemAsync(wish, cancel)) is { } refusal) return (null, refusal);
        return await ChangeAsync(id, seen, by, (db, row) =>
        {
            var before = Named(row);
            Take(row, wish);
            Tell(db, by, AuditKinds.WebhookChanged, row, before == Named(row) ? $"changed what the webhook {before} takes" : $"changed the webhook {before} to {Named(row)}");
        }, cancel);
    }

    /// <summary>Tells it nothing until it is resumed. What happens meanwhile is not told later; what waits already still waits.</summary>
    public Task<(WebhookLine? Line, Refusal? Refusal)> PauseAsync(Guid id, Person by, CancellationToken cancel = default) => ChangeAsync(id, null, by, (db, row) =>
    {
        if (row.PausedAt is not null) return;
        row.PausedAt = Now;
        Tell(db, by, AuditKinds.WebhookPaused, row, $"paused the webhook {Named(row)}");
    }, cancel);

    /// <summary>Tells it again, beginning with what waits.</summary>
    public Task<(WebhookLine? Line, Refusal? Refusal)> ResumeAsync(Guid id, Person by, CancellationToken cancel = default) => ChangeAsync(id, null, by, (db, row) =>
    {
        if (row.PausedAt is null) return;
        (row.PausedAt, row.PausedWhy, row.FailingSince) = (null, null, null);
        Tell(db, by, AuditKinds.WebhookResumed, row, $"resumed the webhook {Named(row)}");
    }, cancel);

    /// <summary>Gives it another secret; the one before signs too for <see cref="Overlap"/>.</summary>
    public async Task<(NewWebhook? Made, Refusal? Refusal)> RotateAsync(Guid id, Person by, CancellationToken cancel = default)
    {
        var secret = WebhookSecret.New();
        var (line, refusal) = await ChangeAsync(id, null, by, (db, row) =>
        {
            (row.FormerSecret, row.FormerUntil, row.Secret) = (row.Secret, Now + Overlap, seal.Seal(secret));
            Tell(db, by, AuditKinds.WebhookSecret, row, $"gave the webhook {Named(row)} another secret");
        }, cancel);
        return line is null ? (null, refusal) : (new NewWebhook(secret, line), null);
    }

    /// <summary>Removes it for good, with what waits and what was sent.</summary>
    public Task<Outcome> RemoveAsync(Guid id, Person by, CancellationToken cancel = default) => WhyNot(by) is { } refusal
        ? Task.FromResult<Outcome>(refusal)
        : gate.RunAsync(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            if (await db.Webhooks.SingleOrDefaultAsync(hook => hook.Id == id, cancel) is not { } row) return NoSuchWebhook;
            db.Webhooks.Remove(row);
            Tell(db, by, AuditKinds.WebhookRemoved, row, $"removed the webhook {Named(row)}");
            await db.SaveChangesAsync(cancel);
            return Outcome.Done;
        }, cancel);

    public static Refusal NoSuchWebhook { get; } = new("NoSuchWebhook", "There is no such webhook. It may have been removed.");

    public static Refusal Overtaken { get; } = new("Overtaken", "Somebody changed this webhook meanwhile. Look at it again, then change it.");

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private static Refusal TooMany { get; } =
        new("TooManyWebhooks", FormattableString.Invariant($"There are {WebhookSettings.MaxWebhooks} webhooks already. Remove one first."));

    private Refusal? WhyNot(Person by) => Rights.WhyNot(Right.ManageWebhooks, by, playbook.Current);

    private async Task<Refusal?> ProblemAsync(WebhookWish wish, CancellationToken cancel) =>
        wish.Name.Trim().Length is 0 or > WebhookSettings.MaxName ? new Refusal("WebhookNameInvalid", FormattableString.Invariant($"Say in 1 to {WebhookSettings.MaxName} characters who is told."))
        : !TextCheck.IsReadable(wish.Name) ? Refusals.TextUnreadable() with { Name = "WebhookNameInvalid" }
        : wish.Events.Except(WebhookEvents.All.Select(one => one.Type), StringComparer.Ordinal).FirstOrDefault() is not null ? new Refusal("EventUnknown", "Choose from the types of events that there are.")
        : wish.TeamId is { } team && playbook.Current.Teams.All(one => one.Id != team) ? new Refusal("TeamUnknown", "The playbook has no such team.")
        : wish.StrategyId is { } strategy && playbook.Current.Strategies.All(one => one.Id != strategy) ? new Refusal("StrategyUnknown", "The playbook has no such strategy.")
        : await destinations.WhyNotAsync(wish.Url.Trim(), cancel);

    private static void Take(WebhookRow row, WebhookWish wish) => (row.Name, row.Url, row.Events, row.TeamId, row.StrategyId) =
        (wish.Name.Trim(), wish.Url.Trim(), string.Join(' ', wish.Events.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)), wish.TeamId, wish.StrategyId);

    // Of the address only the host: the rest may be a secret of the receiver.
    private static string Named(WebhookRow row) => $"“{row.Name}” ({new Uri(row.Url).IdnHost})";

    private void Tell(RouterDb db, Person by, string kind, WebhookRow row, string text) => AuditLog.Add(db, by, Now, kind, AuditLog.OfWebhook(row.Id), text);

    private async Task<List<WebhookLine>> LinesAsync(RouterDb db, IQueryable<WebhookRow> hooks, CancellationToken cancel)
    {
        var rows = await hooks.AsNoTracking().OrderBy(hook => hook.Name).ThenBy(hook => hook.Id)
            .Select(hook => new { Row = hook, Waiting = db.WebhookDeliveries.Count(one => one.WebhookId == hook.Id && one.State == DeliveryState.Waiting) })
            .ToListAsync(cancel);
        return rows.ConvertAll(one => WebhookLine.Of(one.Row, one.Waiting, Now));
    }

    private async Task<(WebhookLine? Line, Refusal? Refusal)> ChangeAsync(Guid id, int? seen, Person by, Action<RouterDb, WebhookRow> change, CancellationToken cancel)
    {
        if (WhyNot(by) is { } refusal) return (null, refusal);
        var changed = await gate.RunAsync<(WebhookLine?, Refusal?)>(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            if (await db.Webhooks.SingleOrDefaultAsync(hook => hook.Id == id, cancel) is not { } row) return (null, NoSuchWebhook);
            if (seen is { } version && version != row.Version) return (null, Overtaken);
            change(db, row);
            if (db.ChangeTracker.HasChanges()) row.Version++;
            await db.SaveChangesAsync(cancel);
            return ((await LinesAsync(db, db.Webhooks.Where(hook => hook.Id == id), cancel)).Single(), null);
        }, cancel);
        feed.Publish(id);
        return changed;
    }
}
