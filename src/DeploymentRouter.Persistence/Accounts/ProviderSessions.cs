using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Accounts;

/// <summary>Which sessions here came from which session at the provider, so that the end of one can be the end of the other.</summary>
public sealed class ProviderSessions(IDbContextFactory<RouterDb> factory, WriteGate gate, TimeProvider time)
{
    private static readonly TimeSpan Leaving = TimeSpan.FromHours(1);

    /// <param name="idToken">Protected: it is kept as it is given.</param>
    /// <param name="lasts">After how long the session here ends even if it is used all the time.</param>
    public Task RememberAsync(Guid session, ProviderPerson who, string? sid, string idToken, TimeSpan lasts, CancellationToken cancel = default) =>
        gate.RunAsync(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            var now = Now;
            // What belongs to sessions that are over is of no use to anybody, but for a moment to who is on the way out.
            var (over, until) = (now - Leaving, now + lasts);
            await db.ProviderSessions.Where(p => !db.Sessions.Any(s => s.Id == p.SessionId && (s.EndedAt == null || s.EndedAt > over) && s.ExpiresAt > over)).ExecuteDeleteAsync(cancel);
            await db.Sessions.Where(s => s.Id == session)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.LastsUntil, until).SetProperty(s => s.ExpiresAt, s => s.ExpiresAt < until ? s.ExpiresAt : until), cancel);
            db.ProviderSessions.Add(new ProviderSessionRow { SessionId = session, Issuer = who.Issuer, Subject = who.Subject, Sid = sid, IdToken = idToken });
            return await db.SaveChangesAsync(cancel);
        }, cancel);

    /// <summary>Whether a session came from a provider.</summary>
    public async Task<bool> HasAsync(Guid session, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.ProviderSessions.AnyAsync(p => p.SessionId == session, cancel);
    }

    /// <summary>Takes the identity token of a session, once; null: it did not come from a provider.</summary>
    public Task<string?> TakeAsync(Guid session, CancellationToken cancel = default) => gate.RunAsync(async () =>
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        if (await db.ProviderSessions.SingleOrDefaultAsync(p => p.SessionId == session, cancel) is not { } row) return null;
        db.ProviderSessions.Remove(row);
        await db.SaveChangesAsync(cancel);
        return row.IdToken;
    }, cancel);

    /// <summary>The sessions that came from one at the provider.</summary>
    /// <param name="sid">Null: every session of the subject.</param>
    /// <param name="subject">Null: whoever's session it is.</param>
    /// <returns>Each with its person.</returns>
    public async Task<IReadOnlyList<(Guid Session, string PersonId)>> OfAsync(string issuer, string? subject, string? sid, CancellationToken cancel = default)
    {
        if (subject is null && sid is null) return [];
        await using var db = await factory.CreateDbContextAsync(cancel);
        var found = await db.ProviderSessions.Where(p => p.Issuer == issuer && (subject == null || p.Subject == subject) && (sid == null || p.Sid == sid))
            .Join(db.Sessions, origin => origin.SessionId, session => session.Id, (_, session) => new { session.Id, session.PersonId })
            .ToListAsync(cancel);
        return found.ConvertAll(one => (one.Id, one.PersonId));
    }

    /// <summary>Ends every session that did not come from a provider.</summary>
    public Task<int> EndOthersAsync(CancellationToken cancel = default) => gate.RunAsync(async () =>
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var now = Now;
        return await db.Sessions.Where(s => s.EndedAt == null && !db.ProviderSessions.Any(p => p.SessionId == s.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancel);
    }, cancel);

    private DateTime Now => time.GetUtcNow().UtcDateTime;
}
