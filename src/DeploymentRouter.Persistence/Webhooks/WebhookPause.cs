using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.Schema;

namespace DeploymentRouter.Persistence.Webhooks;

/// <summary>Stops telling an address without anybody having asked for it; administrators read why.</summary>
internal static class WebhookPause
{
    public static void ByItself(RouterDb db, WebhookRow hook, string why, DateTime now)
    {
        (hook.PausedAt, hook.PausedWhy) = (now, why);
        hook.Version++;
        AuditLog.Add(db, by: null, now, AuditKinds.WebhookPaused, AuditLog.OfWebhook(hook.Id), $"is told nothing more at “{hook.Name}”: paused by itself. {why}");
    }
}
