using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.People;

/// <summary>Who there is.</summary>
public sealed class PeopleDirectory(IDbContextFactory<RouterDb> factory, WriteGate gate, TimeProvider time)
{
    public const int PageSize = 200;

    public async Task<Person?> FindAsync(string id, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel) is { } row ? row.ToPerson() : null;
    }

    /// <summary>The people of a team who may come in, by name.</summary>
    public async Task<IReadOnlyList<Person>> OfTeamAsync(string teamId, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var rows = await db.People.AsNoTracking().Where(p => p.TeamId == teamId && !p.IsDisabled).OrderBy(p => p.Name).ToListAsync(cancel);
        return [.. rows.Select(row => row.ToPerson())];
    }

    /// <summary>A page of the people who may come in, by name, with one more if more follow.</summary>
    /// <param name="teamId">Null: of every team.</param>
    /// <param name="afterId">Whom the page begins after; null: at the top.</param>
    public async Task<IReadOnlyList<Person>> PageAsync(string? teamId, string? afterId, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var people = db.People.AsNoTracking().Where(p => !p.IsDisabled);
        if (teamId is not null) people = people.Where(p => p.TeamId == teamId);
        if (afterId is not null && await db.People.Where(p => p.Id == afterId).Select(p => p.Name).SingleOrDefaultAsync(cancel) is { } name)
            people = people.Where(p => p.Name.CompareTo(name) > 0 || (p.Name == name && p.Id.CompareTo(afterId) > 0));
        var rows = await people.OrderBy(p => p.Name).ThenBy(p => p.Id).Take(PageSize + 1).ToListAsync(cancel);
        return [.. rows.Select(row => row.ToPerson())];
    }

    /// <summary>Shuts people out without a word in the audit, and ends their sessions.</summary>
    public async Task ShutOutAsync(IReadOnlyCollection<string> ids, CancellationToken cancel = default) =>
        await gate.RunAsync(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            var now = time.GetUtcNow().UtcDateTime;
            await db.Sessions.Where(s => ids.Contains(s.PersonId) && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancel);
            return await db.People.Where(p => ids.Contains(p.Id)).ExecuteUpdateAsync(set => set.SetProperty(p => p.IsDisabled, true), cancel);
        }, cancel);

    /// <summary>Lets in again whom <see cref="ShutOutAsync"/> has shut out; whom an administrator has disabled stays out.</summary>
    public async Task LetInAsync(IReadOnlyCollection<string> ids, CancellationToken cancel = default) =>
        await gate.RunAsync(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            foreach (var person in await db.People.Where(p => ids.Contains(p.Id) && p.IsDisabled).ToListAsync(cancel))
            {
                var subject = AuditLog.OfPerson(person.Id);
                var last = await db.Audit.Where(line => line.Subject == subject && (line.Kind == AuditKinds.PersonDisabled || line.Kind == AuditKinds.PersonEnabled))
                    .OrderByDescending(line => line.Id).Select(line => line.Kind).FirstOrDefaultAsync(cancel);
                person.IsDisabled = last is AuditKinds.PersonDisabled;
            }

            return await db.SaveChangesAsync(cancel);
        }, cancel);

    /// <summary>Adds people that are not there yet and brings the others up to date.</summary>
    public async Task RememberAsync(IEnumerable<Person> people, CancellationToken cancel = default) =>
        await gate.RunAsync(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            foreach (var person in people)
            {
                if (await db.People.SingleOrDefaultAsync(p => p.Id == person.Id, cancel) is not { } row)
                    db.People.Add(row = new PersonRow { Id = person.Id, Name = person.Name, TeamId = person.TeamId });
                row.Take(person);
            }

            return await db.SaveChangesAsync(cancel);
        }, cancel);
}
