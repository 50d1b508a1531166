using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Webhooks;

/// <summary>Who is told, and what is still to be told.</summary>
internal static class WebhookTables
{
    public static void AddWebhookTables(this ModelBuilder model)
    {
        model.Entity<WebhookRow>().Property(w => w.Version).IsConcurrencyToken();
        model.Entity<WebhookDeliveryRow>(row =>
        {
            row.Property(d => d.State).HasConversion<string>();
            row.HasIndex(d => new { d.WebhookId, d.State, d.Id });
            row.HasIndex(d => new { d.State, d.NextAt });
            row.HasIndex(d => d.At);
            row.HasOne<WebhookRow>().WithMany().HasForeignKey(d => d.WebhookId);
        });
    }
}
