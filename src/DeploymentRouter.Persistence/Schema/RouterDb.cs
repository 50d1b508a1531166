using DeploymentRouter.Core.Queues;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.Webhooks;
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
    public DbSet<BandwidthRow> Bandwidths => Set<BandwidthRow>();
    public DbSet<DraftRow> Drafts => Set<DraftRow>();
    public DbSet<PersonRow> People => Set<PersonRow>();
    public DbSet<MemberRow> Members => Set<MemberRow>();
    public DbSet<TurnRow> Turns => Set<TurnRow>();
    public DbSet<AbsenceRow> Absences => Set<AbsenceRow>();
    public DbSet<TeamRow> Teams => Set<TeamRow>();
    public DbSet<AuditRow> Audit => Set<AuditRow>();
    public DbSet<FollowRow> Follows => Set<FollowRow>();
    public DbSet<GrowthRow> Growth => Set<GrowthRow>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<SessionRow> Sessions => Set<SessionRow>();
    public DbSet<ProviderSessionRow> ProviderSessions => Set<ProviderSessionRow>();
    public DbSet<ShutOutRow> ShutOut => Set<ShutOutRow>();
    public DbSet<LinkRow> Links => Set<LinkRow>();
    public DbSet<ProjectionRow> Projections => Set<ProjectionRow>();
    public DbSet<PublicationRow> Publications => Set<PublicationRow>();
    public DbSet<TokenRow> Tokens => Set<TokenRow>();
    public DbSet<OpportunityRow> Opportunities => Set<OpportunityRow>();
    public DbSet<KeyedCallRow> KeyedCalls => Set<KeyedCallRow>();
    public DbSet<StatusLinkRow> StatusLinks => Set<StatusLinkRow>();
    public DbSet<StatusOpeningRow> StatusOpenings => Set<StatusOpeningRow>();
    public DbSet<UnfinishedImportRow> UnfinishedImports => Set<UnfinishedImportRow>();
    public DbSet<UnfinishedImportPieceRow> UnfinishedImportPieces => Set<UnfinishedImportPieceRow>();
    public DbSet<UnsentTextRow> UnsentTexts => Set<UnsentTextRow>();
    public DbSet<WebhookRow> Webhooks => Set<WebhookRow>();
    public DbSet<WebhookDeliveryRow> WebhookDeliveries => Set<WebhookDeliveryRow>();

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

            // Each order the list offers, for each state, alone and behind each filter: a page is always a walk along an index.
            foreach (var order in new[] { nameof(RequestRow.ChangedAt), nameof(RequestRow.CustomerKey), nameof(RequestRow.DueOrder), nameof(RequestRow.OpenedAt) })
            {
                row.HasIndex(nameof(RequestRow.State), order, nameof(RequestRow.Number));
                foreach (var filter in new[] { nameof(RequestRow.StrategyId), nameof(RequestRow.OwnerTeamId), nameof(RequestRow.StageId) })
                    row.HasIndex(nameof(RequestRow.State), filter, order, nameof(RequestRow.Number));
            }

            row.HasIndex(r => new { r.CustomerKey, r.Id });
            row.HasIndex(r => new { r.OpenedById, r.ChangedAt });
            row.HasIndex(r => r.OpportunityKey);
            row.HasIndex(r => new { r.RowId, r.SettledAt });
        });
        modelBuilder.Entity<HistoryRow>(row =>
        {
            row.HasKey(h => new { h.RequestId, h.Number });
            row.HasOne<RequestRow>().WithMany().HasForeignKey(h => h.RequestId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<QueueRow>(row =>
        {
            row.HasKey(q => new { q.TeamId, q.RequestId, q.Ask });
            // With the times, so that what is not in the queue yet is passed over without reading it.
            row.HasIndex(q => new { q.TeamId, q.Order, q.From, q.Until });
            row.HasIndex(q => new { q.TeamId, q.StageId, q.Order });
            row.HasIndex(q => new { q.TeamId, q.AssigneeId, q.Order });
            row.HasIndex(q => new { q.TeamId, q.Ask, q.Order });
            row.HasIndex(q => new { q.TeamId, q.DueAt, q.From, q.Until });
            row.HasIndex(q => new { q.TeamId, q.Since, q.From, q.Until });
            row.HasIndex(q => new { q.AssigneeId, q.Order });
            row.HasOne<RequestRow>().WithMany().HasForeignKey(q => q.RequestId);
        });
        modelBuilder.Entity<BandwidthRow>().HasIndex(b => new { b.TeamId, b.Id });
        modelBuilder.Entity<DraftRow>(row =>
        {
            row.HasIndex(d => new { d.OwnerId, d.RequestId, d.ChangedAt });
            row.Property(d => d.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<PersonRow>().HasIndex(p => new { p.TeamId, p.Name });
        modelBuilder.AddAccountTables();
        modelBuilder.Entity<SessionRow>().HasIndex(s => new { s.PersonId, s.EndedAt, s.SeenAt });
        modelBuilder.Entity<ProviderSessionRow>(row =>
        {
            row.HasKey(p => p.SessionId);
            row.HasOne<SessionRow>().WithOne().HasForeignKey<ProviderSessionRow>(p => p.SessionId);
            row.HasIndex(p => new { p.Issuer, p.Subject });
            row.HasIndex(p => new { p.Issuer, p.Sid });
        });
        modelBuilder.Entity<LinkRow>(row =>
        {
            row.HasIndex(l => l.Hash).IsUnique();
            row.HasIndex(l => l.PersonId);
        });
        modelBuilder.Entity<TokenRow>(row =>
        {
            row.HasIndex(t => t.Hash).IsUnique();
            row.HasIndex(t => t.PersonId);
            row.HasIndex(t => t.TeamId);
        });
        modelBuilder.Entity<KeyedCallRow>(row =>
        {
            row.HasKey(c => new { c.CallerId, c.Key });
            row.HasIndex(c => c.BegunAt);
        });
        modelBuilder.Entity<OpportunityRow>(row =>
        {
            row.HasKey(o => o.ExternalId);
            row.HasIndex(o => o.AccountKey);
            row.HasIndex(o => o.LinkKey);
        });
        modelBuilder.Entity<MemberRow>().HasKey(m => m.PersonId);
        modelBuilder.Entity<TurnRow>(row =>
        {
            row.HasKey(t => new { t.RequestId, t.PersonId });
            row.HasIndex(t => new { t.PersonId, t.At });
            row.HasOne<RequestRow>().WithMany().HasForeignKey(t => t.RequestId);
        });
        modelBuilder.Entity<AbsenceRow>().HasIndex(a => new { a.PersonId, a.To });
        modelBuilder.Entity<TeamRow>().HasKey(t => t.TeamId);
        modelBuilder.Entity<AuditRow>(row =>
        {
            row.HasIndex(a => new { a.Subject, a.Id });
            row.HasIndex(a => new { a.Area, a.Id });
            row.HasIndex(a => a.At);
        });
        modelBuilder.Entity<FollowRow>(row =>
        {
            row.HasKey(f => new { f.PersonId, f.RequestId });
            row.HasOne<RequestRow>().WithMany().HasForeignKey(f => f.RequestId);
        });
        modelBuilder.Entity<GrowthRow>(row =>
        {
            row.HasKey(g => g.RequestId);
            row.HasIndex(g => new { g.IsWatched, g.WatcherId });
            row.HasOne<RequestRow>().WithOne().HasForeignKey<GrowthRow>(g => g.RequestId);
        });
        modelBuilder.Entity<StatusLinkRow>(row =>
        {
            row.HasIndex(l => l.Hash).IsUnique();
            row.HasIndex(l => l.RequestId);
            row.HasOne<RequestRow>().WithMany().HasForeignKey(l => l.RequestId);
        });
        modelBuilder.Entity<StatusOpeningRow>(row =>
        {
            row.HasIndex(o => new { o.LinkId, o.At });
            row.HasOne<StatusLinkRow>().WithMany().HasForeignKey(o => o.LinkId);
        });
        modelBuilder.Entity<ShutOutRow>().HasKey(s => s.Hash);
        modelBuilder.Entity<UnfinishedImportPieceRow>(row =>
        {
            row.HasKey(piece => new { piece.ImportId, piece.Number });
            row.HasOne<UnfinishedImportRow>().WithMany().HasForeignKey(piece => piece.ImportId);
        });
        modelBuilder.Entity<ProjectionRow>().HasKey(p => p.Name);
        modelBuilder.Entity<PublicationRow>(row =>
        {
            row.HasKey(p => p.Number);
            row.Property(p => p.Number).ValueGeneratedNever();
        });
        modelBuilder.Entity<UnsentTextRow>().HasKey(t => new { t.PersonId, t.RequestId, t.Field });
        modelBuilder.AddWebhookTables();
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value, value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
