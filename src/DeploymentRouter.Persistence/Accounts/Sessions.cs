using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Accounts;

/// <summary>Who is signed in where. A cookie only names a session; whether that still counts is asked here, each time.</summary>
public sealed class Sessions(IDbContextFactory<RouterDb> factory, WriteGate gate, TimeProvider time)
{
    /// <summary>How long a session lasts that nobody uses.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    // Often enough to be true, seldom enough not to write at every click.
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    /// <summary>Begins a session.</summary>
    /// <param name="door">How the person signed in, in words.</param>
    /// <param name="address">Where the request came from; null: unknown.</param>
    /// <param name="device">The browser in words; null: unknown.</param>
    /// <returns>Its identifier.</returns>
    public Task<Guid> StartAsync(string personId, string door, string? address, string? device, CancellationToken cancel = default) =>
        gate.RunAsync(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            var session = new SessionRow
            {
                Id = Guid.NewGuid(),
                PersonId = personId,
                Door = door,
                Address = address,
                Device = device,
                StartedAt = Now,
                SeenAt = Now,
                ExpiresAt = Now + Lifetime,
            };
            db.Sessions.Add(session);
            var person = await PersonAsync(db, personId, cancel);
            AuditLog.Add(db, person, Now, AuditKinds.SignedIn, AuditLog.OfPerson(personId), $"signed in: {door}{On(device)}", address);
            await db.SaveChangesAsync(cancel);
            return session.Id;
        }, cancel);

    /// <summary>The person of a session as they are now; null: it has ended, or they may not come in any more.</summary>
    public async Task<Person?> PersonAsync(Guid id, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var now = Now;
        var found = await db.Sessions.Where(s => s.Id == id && s.EndedAt == null && s.ExpiresAt > now)
            .Join(db.People.Where(p => !p.IsDisabled), session => session.PersonId, person => person.Id, (session, person) => new { session.SeenAt, person })
            .AsNoTracking().SingleOrDefaultAsync(cancel);
        if (found is null) return null;
        if (now - found.SeenAt > SeenEvery) await SeeAsync(id, now, cancel);
        return found.person.ToPerson();
    }

    /// <summary>The sessions of a person that have not ended, the last seen first.</summary>
    public async Task<IReadOnlyList<SessionLine>> OfAsync(string personId, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var now = Now;
        return await db.Sessions.Where(s => s.PersonId == personId && s.EndedAt == null && s.ExpiresAt > now)
            .OrderByDescending(s => s.SeenAt).ThenBy(s => s.Id)
            .Select(s => new SessionLine(s.Id, s.Door, s.Address, s.Device, s.StartedAt, s.SeenAt))
            .ToListAsync(cancel);
    }

    /// <summary>Ends one session of a person; one that is not theirs stays.</summary>
    /// <param name="by">Who ends it.</param>
    /// <returns>Whether there was one to end.</returns>
    public async Task<bool> EndAsync(Guid id, string personId, Person by, CancellationToken cancel = default) =>
        await EndAsync(personId, sessions => sessions.Where(s => s.Id == id), AuditKinds.SessionEnded, by, cancel) > 0;

    /// <summary>Ends the session in which a person signs out.</summary>
    public Task SignOutAsync(Guid id, string personId, CancellationToken cancel = default) =>
        EndAsync(personId, sessions => sessions.Where(s => s.Id == id), AuditKinds.SignedOut, by: null, cancel);

    /// <summary>Ends every session of a person.</summary>
    /// <param name="except">One that goes on; null: none.</param>
    /// <param name="by">Who ends them.</param>
    /// <returns>How many were ended.</returns>
    public Task<int> EndAllAsync(string personId, Guid? except, Person by, CancellationToken cancel = default) =>
        EndAsync(personId, sessions => sessions.Where(s => s.Id != except), AuditKinds.SessionEnded, by, cancel);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private Task<int> EndAsync(string personId, Func<IQueryable<SessionRow>, IQueryable<SessionRow>> which, string kind, Person? by, CancellationToken cancel) =>
        gate.RunAsync(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            var rows = await which(db.Sessions.Where(s => s.PersonId == personId && s.EndedAt == null)).ToListAsync(cancel);
            if (rows.Count == 0) return 0;
            var (person, now) = (await PersonAsync(db, personId, cancel), Now);
            foreach (var row in rows)
            {
                row.EndedAt = now;
                AuditLog.Add(db, by ?? person, now, kind, AuditLog.OfPerson(personId), EndText(row, kind, person, by));
            }

            await db.SaveChangesAsync(cancel);
            return rows.Count;
        }, cancel);

    private static string EndText(SessionRow session, string kind, Person? person, Person? by) =>
        kind == AuditKinds.SignedOut ? $"signed out{On(session.Device)}"
        : by is null || by.Id == session.PersonId ? $"ended a session of their own{On(session.Device)}"
        : $"ended a session of {person?.Name ?? session.PersonId}{On(session.Device)}";

    private static string On(string? device) => device is null ? "" : $", {device}";

    private static async Task<Person?> PersonAsync(RouterDb db, string id, CancellationToken cancel) =>
        (await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel))?.ToPerson();

    private Task<int> SeeAsync(Guid id, DateTime now, CancellationToken cancel) => gate.RunAsync(async () =>
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var until = now + Lifetime;
        return await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.SeenAt, now).SetProperty(s => s.ExpiresAt, s => s.LastsUntil != null && s.LastsUntil < until ? s.LastsUntil.Value : until), cancel);
    }, cancel);
}
