using DeploymentRouter.Core.Queues;
using DeploymentRouter.Core.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DeploymentRouter.Persistence.Schema;

/// <summary>The tables. One context per operation, made by the factory.</summary>
public sealed class RouterDb(DbContextOptions<RouterDb> options) : DbContext(options)
{
    private const int IdLength = 64;

    public DbSet<RequestRow> Requests => Set<RequestRow>();
    public DbSet<HistoryRow> History => Set<HistoryRow>();
    public DbSet<QueueRow> Queues => Set<QueueRow>();
    public DbSet<DraftRow> Drafts => Set<DraftRow>();
    public DbSet<PersonRow> People => Set<PersonRow>();
    public DbSet<FollowRow> Follows => Set<FollowRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<RequestState>().HaveConversion<string>().HaveMaxLength(IdLength);
        configurationBuilder.Properties<Ask>().HaveConversion<string>().HaveMaxLength(IdLength);
        configurationBuilder.Properties<Engagement>().HaveConversion<string>().HaveMaxLength(IdLength);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<RequestRow>(row =>
        {
            row.HasIndex(r => r.Number).IsUnique();
            row.HasIndex(r => r.SubmissionKey).IsUnique();
            row.Property(r => r.Version).IsConcurrencyToken();
            row.Property(r => r.CustomerName).HasMaxLength(CustomerFacts.MaxName);
            row.Property(r => r.OpportunityKey).HasMaxLength(CustomerFacts.MaxLink);

            // Each order a list offers, alone and behind each filter: a page is always one walk along an index.
            row.HasIndex(r => new { r.ChangedAt, r.Id });
            row.HasIndex(r => new { r.CustomerKey, r.Id });
            row.HasIndex(r => new { r.DueAt, r.Id });
            row.HasIndex(r => new { r.OpenedAt, r.Id });
            row.HasIndex(r => new { r.StrategyId, r.ChangedAt, r.Id });
            row.HasIndex(r => new { r.State, r.ChangedAt, r.Id });
            row.HasIndex(r => new { r.StageId, r.ChangedAt, r.Id });
            row.HasIndex(r => new { r.OwnerTeamId, r.ChangedAt, r.Id });
            row.HasIndex(r => new { r.OwnerTeamId, r.StageId, r.DueAt, r.Id });
            row.HasIndex(r => r.OfferedToTeamId);
            row.HasIndex(r => new { r.AssigneeId, r.State, r.DueAt });
            row.HasIndex(r => new { r.OpenedById, r.ChangedAt });
            row.HasIndex(r => r.OpportunityKey);
        });
        modelBuilder.Entity<HistoryRow>(row =>
        {
            row.HasKey(h => new { h.RequestId, h.Number });
            row.HasOne<RequestRow>().WithMany().HasForeignKey(h => h.RequestId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<QueueRow>(row =>
        {
            row.HasKey(q => new { q.TeamId, q.RequestId });
            row.HasIndex(q => new { q.TeamId, q.Order });
            row.HasIndex(q => new { q.TeamId, q.StageId, q.Order });
            row.HasIndex(q => new { q.TeamId, q.AssigneeId, q.Order });
            row.HasIndex(q => new { q.TeamId, q.Ask, q.Order });
            row.HasIndex(q => new { q.TeamId, q.DueAt });
            row.HasIndex(q => new { q.TeamId, q.Since });
            row.HasIndex(q => new { q.AssigneeId, q.Order });
            row.HasOne<RequestRow>().WithMany().HasForeignKey(q => q.RequestId);
        });
        modelBuilder.Entity<DraftRow>(row =>
        {
            row.HasIndex(d => new { d.OwnerId, d.RequestId, d.ChangedAt });
            row.Property(d => d.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<PersonRow>().HasIndex(p => new { p.TeamId, p.Name });
        modelBuilder.Entity<FollowRow>(row =>
        {
            row.HasKey(f => new { f.PersonId, f.RequestId });
            row.HasOne<RequestRow>().WithMany().HasForeignKey(f => f.RequestId);
        });
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value, value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
