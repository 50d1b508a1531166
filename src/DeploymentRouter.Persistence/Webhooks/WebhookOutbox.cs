using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Webhooks;

/// <summary>Writes down whom to tell what, in the transaction of what happens: both are stored or neither.</summary>
internal static class WebhookOutbox
{
    public static async Task WriteAsync(RouterDb db, Request request, CancellationToken cancel)
    {
        if (request.NewEntries.Count == 0) return;
        var hooks = await db.Webhooks
            .Where(hook => hook.PausedAt == null
                && (hook.TeamId == null || hook.TeamId == request.OwnerTeamId)
                && (hook.StrategyId == null || hook.StrategyId == request.StrategyId))
            .Select(hook => new { Row = hook, Waiting = db.WebhookDeliveries.Count(one => one.WebhookId == hook.Id && one.State == DeliveryState.Waiting) })
            .ToListAsync(cancel);
        foreach (var hook in hooks)
        {
            var deliveries = Deliveries(request, hook.Row).ToList();
            if (deliveries.Count == 0) continue;
            if (hook.Waiting >= WebhookSettings.MaxWaiting) Full(db, hook.Row, request.ChangedAt);
            else db.WebhookDeliveries.AddRange(deliveries);
        }
    }

    private static IEnumerable<WebhookDeliveryRow> Deliveries(Request request, WebhookRow hook)
    {
        var types = hook.Events.Length == 0 ? null : hook.Events.Split(' ');
        foreach (var entry in request.NewEntries)
        {
            var nth = 0;
            foreach (var type in WebhookEvents.TypesOf(request, entry))
            {
                // The name is made of what happened, so it stays the same wherever and however often it is told.
                var id = FormattableString.Invariant($"evt_{request.Id:N}_{entry.Number}{(nth++ == 0 ? "" : $"_{nth}")}");
                if (types?.Contains(type, StringComparer.Ordinal) is false) continue;
                yield return new WebhookDeliveryRow
                {
                    WebhookId = hook.Id,
                    EventId = id,
                    Type = type,
                    At = entry.At,
                    RequestId = request.Id,
                    RequestNumber = request.Number,
                    Version = request.Version,
                    Entry = entry.Number,
                    StrategyId = request.StrategyId,
                    StageId = request.Current.Stage.Id,
                    TeamId = request.OwnerTeamId,
                    ById = entry.By.PersonId,
                    NextAt = entry.At,
                };
            }
        }
    }

    private static void Full(RouterDb db, WebhookRow hook, DateTime now) =>
        WebhookPause.ByItself(db, hook, FormattableString.Invariant($"{WebhookSettings.MaxWaiting:N0} deliveries wait already."), now);
}
