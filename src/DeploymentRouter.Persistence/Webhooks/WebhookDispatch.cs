using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Webhooks;

/// <summary>What the application itself sends: which delivery is next, and what became of it. It is all in the database, so a restart loses nothing.</summary>
/// <remarks>One delivery of a webhook at a time, in the order of events. What fails holds those behind it back for
/// <see cref="WebhookSchedule.TriesInOrder"/> tries, then steps aside and is tried on its own.</remarks>
public sealed class WebhookDispatch(IDbContextFactory<RouterDb> factory, WriteGate gate, WebhookSettings settings, SecretSeal seal, WebhookFeed feed, TimeProvider time)
{
    /// <summary>The webhooks that something may be due for.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var now = Now;
        return await db.WebhookDeliveries.Where(one => one.State == DeliveryState.Waiting && one.NextAt <= now).Select(one => one.WebhookId).Distinct().ToListAsync(cancel);
    }

    /// <summary>What to send next to one of them; null: nothing now.</summary>
    public async Task<WebhookSending?> NextAsync(Guid id, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        if (await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(hook => hook.Id == id, cancel) is not { } hook) return null;
        if (await NextAsync(db, hook, Now, cancel) is not { } row) return null;
        string[] sealedSecrets = hook.FormerUntil > Now ? [hook.Secret, hook.FormerSecret!] : [hook.Secret];
        return new WebhookSending(row.Id, id, hook.Url, row.EventId, WebhookMessage.Write(row, settings.PublicAddress), sealedSecrets, seal.Open);
    }

    /// <summary>Stores what became of a try.</summary>
    public async Task RecordAsync(WebhookSending sent, WebhookAnswer answer, CancellationToken cancel = default)
    {
        await gate.RunAsync(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            var row = await db.WebhookDeliveries.SingleOrDefaultAsync(one => one.Id == sent.DeliveryId, cancel);
            var hook = await db.Webhooks.SingleOrDefaultAsync(one => one.Id == sent.WebhookId, cancel);
            // Removed while it was on its way.
            if (row is null || hook is null) return 0;
            var now = Now;
            (row.TriedAt, row.Status, row.Says, row.Attempts) = (now, answer.Status, answer.Says, row.Attempts + 1);
            if (answer.Succeeded) await SucceedAsync(db, hook, row, now, cancel);
            else Fail(db, hook, row, answer, now);
            return await db.SaveChangesAsync(cancel);
        }, cancel);
        feed.Publish(sent.WebhookId);
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private static async Task<WebhookDeliveryRow?> NextAsync(RouterDb db, WebhookRow hook, DateTime now, CancellationToken cancel)
    {
        var waiting = db.WebhookDeliveries.AsNoTracking().Where(one => one.WebhookId == hook.Id && one.State == DeliveryState.Waiting).OrderBy(one => one.Id);
        var asked = await waiting.FirstOrDefaultAsync(one => one.IsOnce && one.NextAt <= now, cancel);
        if (asked is not null || hook.PausedAt is not null) return asked;
        if (await waiting.FirstOrDefaultAsync(one => !one.IsOnce && one.Attempts >= WebhookSchedule.TriesInOrder && one.NextAt <= now, cancel) is { } aside) return aside;
        var head = await waiting.FirstOrDefaultAsync(one => !one.IsOnce && one.Attempts < WebhookSchedule.TriesInOrder, cancel);
        return head?.NextAt <= now ? head : null;
    }

    private static async Task SucceedAsync(RouterDb db, WebhookRow hook, WebhookDeliveryRow row, DateTime now, CancellationToken cancel)
    {
        (row.State, row.NextAt, row.IsOnce) = (DeliveryState.Delivered, null, false);
        if (hook.FailingSince is { } since && now - since > WebhookSchedule.Outage)
        {
            await db.WebhookDeliveries.Where(one => one.WebhookId == hook.Id && one.Id != row.Id && one.State == DeliveryState.Waiting && one.NextAt > now)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.NextAt, now), cancel);
        }

        (hook.FailingSince, hook.DeliveredAt) = (null, now);
    }

    private static void Fail(RouterDb db, WebhookRow hook, WebhookDeliveryRow row, WebhookAnswer answer, DateTime now)
    {
        var isOver = row.IsOnce || answer.IsGone;
#pragma warning disable CA5394 // Chance spreads the tries; nobody has to be kept from guessing it.
        var wait = isOver ? null : WebhookSchedule.After(row.Attempts, Random.Shared.NextDouble());
#pragma warning restore CA5394
        row.NextAt = now + (wait is { } usual && answer.RetryAfter > usual ? answer.RetryAfter : wait);
        (row.State, row.IsOnce) = (wait is null ? DeliveryState.GivenUp : DeliveryState.Waiting, false);
        hook.FailingSince ??= now;
        if (hook.PausedAt is not null) return;
        if (answer.IsGone) WebhookPause.ByItself(db, hook, "The receiver answered 410: it is gone for good.", now);
        else if (now - hook.FailingSince >= WebhookSchedule.PausedAfter) WebhookPause.ByItself(db, hook, "For five days no delivery has succeeded.", now);
    }
}

/// <summary>A message on its way.</summary>
/// <param name="Url">Where to.</param>
/// <param name="Body">What is sent, byte for byte.</param>
public sealed record WebhookSending(long DeliveryId, Guid WebhookId, string Url, string EventId, string Body, IReadOnlyList<string> SealedSecrets, Func<string, string> Open)
{
    /// <summary>The signatures of all secrets that count now, as the header carries them.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">A secret cannot be read any more.</exception>
    public string Sign(long timestamp) => string.Join(' ', SealedSecrets.Select(secret => WebhookSecret.Sign(Open(secret), EventId, timestamp, Body)));

    // Nothing of it belongs into a log.
    public override string ToString() => FormattableString.Invariant($"{nameof(WebhookSending)} {DeliveryId}");
}

/// <summary>What a try came to.</summary>
/// <param name="Status">Null: no answer.</param>
/// <param name="Says">Why it failed, or how the answer began.</param>
/// <param name="RetryAfter">What the receiver asks for; null: nothing.</param>
public sealed record WebhookAnswer(int? Status, string? Says, TimeSpan? RetryAfter = null)
{
    private const int Gone = 410;

    public bool Succeeded => Status is >= 200 and < 300;

    public bool IsGone => Status is Gone;
}
