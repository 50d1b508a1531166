using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Webhooks;

/// <content>What was sent and waits to be.</content>
public sealed partial class WebhookDesk
{
    public const int PageSize = 50;

    /// <summary>Deliveries of a webhook, the newest first; neither page nor refusal: there is no such webhook.</summary>
    /// <param name="state">Only these; null: all.</param>
    /// <param name="olderThan">The delivery after which the page begins; null: the newest.</param>
    public async Task<(DeliveryPage? Page, Refusal? Refusal)> DeliveriesAsync(Guid id, DeliveryState? state, long? olderThan, Person by, CancellationToken cancel = default)
    {
        if (WhyNot(by) is { } refusal) return (null, refusal);
        await using var db = await factory.CreateDbContextAsync(cancel);
        if (!await db.Webhooks.AnyAsync(hook => hook.Id == id, cancel)) return (null, null);
        var rows = db.WebhookDeliveries.AsNoTracking().Where(one => one.WebhookId == id);
        if (state is { } wanted) rows = rows.Where(one => one.State == wanted);
        if (olderThan is { } ceiling) rows = rows.Where(one => one.Id < ceiling);
        var found = await rows.OrderByDescending(one => one.Id).Take(PageSize + 1).ToListAsync(cancel);
        return (new DeliveryPage([.. found.Take(PageSize).Select(Line)], found.Count > PageSize), null);
    }

    /// <summary>Sends a test at once, also to one that is paused; it is tried once.</summary>
    public Task<(DeliveryLine? Delivery, Refusal? Refusal)> PingAsync(Guid id, Person by, CancellationToken cancel = default) => AskAsync(id, by, async db =>
    {
        if (!await db.Webhooks.AnyAsync(hook => hook.Id == id, cancel)) return null;
        if (await db.WebhookDeliveries.FirstOrDefaultAsync(one => one.WebhookId == id && one.State == DeliveryState.Waiting && one.IsOnce && one.Type == WebhookEvents.Ping, cancel) is { } waiting)
            return waiting;
        var row = new WebhookDeliveryRow { WebhookId = id, EventId = $"evt_{Guid.CreateVersion7():N}", Type = WebhookEvents.Ping, At = Now, ById = by.Id, IsOnce = true, NextAt = Now };
        db.WebhookDeliveries.Add(row);
        return row;
    }, cancel);

    /// <summary>Sends one again: at once if it was done with, else it need not wait for its next try.</summary>
    public Task<(DeliveryLine? Delivery, Refusal? Refusal)> SendAgainAsync(Guid id, long delivery, Person by, CancellationToken cancel = default) => AskAsync(id, by, async db =>
    {
        if (await db.WebhookDeliveries.SingleOrDefaultAsync(one => one.Id == delivery && one.WebhookId == id, cancel) is not { } row) return null;
        (row.IsOnce, row.State, row.NextAt) = (row.IsOnce || row.State is not DeliveryState.Waiting, DeliveryState.Waiting, Now);
        return row;
    }, cancel);

    private DeliveryLine Line(WebhookDeliveryRow row) => DeliveryLine.Of(row, settings.PublicAddress);

    private async Task<(DeliveryLine? Delivery, Refusal? Refusal)> AskAsync(Guid id, Person by, Func<RouterDb, Task<WebhookDeliveryRow?>> ask, CancellationToken cancel)
    {
        if (WhyNot(by) is { } refusal) return (null, refusal);
        var asked = await gate.RunAsync<(DeliveryLine?, Refusal?)>(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            if (await ask(db) is not { } row) return (null, NoSuchDelivery);
            await db.SaveChangesAsync(cancel);
            return (Line(row), null);
        }, cancel);
        feed.Publish(id);
        return asked;
    }

    public static Refusal NoSuchDelivery { get; } = new("NoSuchDelivery", "There is no such delivery any more.");
}
