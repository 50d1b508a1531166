using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.Calls;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Privacy;

/// <summary>Deletes what has been kept long enough, and says before what that would be.</summary>
public sealed class Retention(IDbContextFactory<RouterDb> factory, PlaybookInForce playbook, WriteGate gate, RetentionSettings settings, TimeProvider time)
{
    // As long as a key is remembered; longer, nobody can ask for them.
    private static readonly int KeyedCallDays = (int)KeyedCalls.Kept.TotalDays;

    private const string Refused = AuditKinds.SignInRefused;

    /// <summary>Who deletes when the day has come and nobody asked.</summary>
    public static readonly Person Clock = new("retention", "The daily run", "", IsAdmin: true);

    /// <summary>What would go now, one line for each kind of data; counts only.</summary>
    public async Task<IReadOnlyList<RetentionLine>> PreviewAsync(CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var lines = new List<RetentionLine>();
        foreach (var kind in Kinds(db, Now)) lines.Add(new RetentionLine(kind.Id, kind.Label, kind.Days, kind.Days == 0 ? 0 : await kind.Over.CountAsync(cancel)));
        return lines;
    }

    /// <summary>Deletes it, in one transaction, with one line in the audit if anything went.</summary>
    public async Task<(IReadOnlyList<RetentionLine> Gone, Refusal? Refusal)> RunAsync(Person by, CancellationToken cancel = default)
    {
        if (Rights.WhyNot(Right.ManagePrivacy, by, playbook.Current) is { } refusal) return ([], refusal);
        return (await gate.RunAsync(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var gone = new List<RetentionLine>();
            foreach (var kind in Kinds(db, Now)) gone.Add(new RetentionLine(kind.Id, kind.Label, kind.Days, kind.Days == 0 ? 0 : await kind.DeleteAsync(cancel)));
            if (gone.Sum(line => line.Count) > 0)
                AuditLog.Add(db, by, Now, "privacy-retention", "retention", $"deleted what was kept long enough: {string.Join(", ", gone.Where(line => line.Count > 0).Select(line => line.Says))}");
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return gone;
        }, cancel), null);
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private IEnumerable<Kind> Kinds(RouterDb db, DateTime now)
    {
        DateTime Before(int days) => now.AddDays(-Math.Clamp(days, 0, RetentionSettings.MaxDays));
        var (sessions, tokens, links, deliveries, drafts, texts, refused, audit) =
            (Before(settings.Sessions), Before(settings.Tokens), Before(settings.StatusLinks), Before(settings.Deliveries), Before(settings.Drafts), Before(settings.UnsentTexts), Before(settings.RefusedSignIns), Before(settings.Audit));
        var (oneTime, opportunities, calls) = (Before(settings.OneTimeLinks), Before(settings.Opportunities), Before(KeyedCallDays));
        yield return Kind.Of("sessions", "Sessions that have ended", settings.Sessions, db.Sessions.Where(row => (row.EndedAt ?? row.ExpiresAt) < sessions));
        yield return Kind.Of("tokens", "Tokens that expired or were revoked", settings.Tokens, db.Tokens.Where(row => (row.RevokedAt ?? row.ExpiresAt) < tokens));
        yield return Kind.Of("links", "Status links that expired or were revoked", settings.StatusLinks, db.StatusLinks.Where(row => (row.RevokedAt ?? row.ExpiresAt) < links));
        yield return Kind.Of("deliveries", "Deliveries to webhooks", settings.Deliveries, db.WebhookDeliveries.Where(row => row.At < deliveries));
        yield return Kind.Of("invitations", "One-time links that expired or were used", settings.OneTimeLinks, db.Links.Where(row => (row.EndedAt ?? row.ExpiresAt) < oneTime));
        yield return Kind.Of("calls", "Answers kept for calls that are tried again", KeyedCallDays, db.KeyedCalls.Where(row => row.BegunAt < calls));
        yield return Kind.Of("opportunities", "Opportunities not handed in again", settings.Opportunities, db.Opportunities.Where(row => row.ReceivedAt < opportunities));
        yield return Kind.Of("drafts", "Drafts not sent", settings.Drafts, db.Drafts.Where(row => row.RequestId == null && row.ChangedAt < drafts));
        yield return Kind.Of("texts", "Texts typed and not sent", settings.UnsentTexts, db.UnsentTexts.Where(row => row.SavedAt < texts));
        yield return Guarded(db, Kind.Of("refused", "Refused sign-ins in the audit", settings.RefusedSignIns, db.Audit.Where(row => row.Kind == Refused && row.At < refused)));
        yield return Guarded(db, Kind.Of("audit", "Other lines of the audit", settings.Audit, db.Audit.Where(row => row.Kind != Refused && row.At < audit)));
    }

    private static Kind Guarded(RouterDb db, Kind kind) => kind with
    {
        DeleteAsync = async cancel =>
        {
            var gone = 0;
            await AuditGuard.WithoutAsync(db, async () => gone = await kind.DeleteAsync(cancel), cancel);
            return gone;
        },
    };

    private sealed record Kind(string Id, string Label, int Days, IQueryable<object> Over, Func<CancellationToken, Task<int>> DeleteAsync)
    {
        public static Kind Of<T>(string id, string label, int days, IQueryable<T> over) where T : class => new(id, label, days, over, cancel => over.ExecuteDeleteAsync(cancel));
    }
}

/// <summary>One kind of data.</summary>
/// <param name="Days">For how long it is kept; 0: for good.</param>
/// <param name="Count">How much of it is over that now, or went.</param>
public sealed record RetentionLine(string Id, string Label, int Days, int Count)
{
    /// <summary>"3 sessions that have ended" as a part of a sentence.</summary>
    public string Says => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Label.ToLowerInvariant()}: {Count:N0}");
}
