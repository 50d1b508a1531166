using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.People;

/// <summary>Who there is.</summary>
public sealed class PeopleDirectory(IDbContextFactory<RouterDb> factory, WriteGate gate)
{
    public async Task<Person?> FindAsync(string id, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.People.Where(p => p.Id == id)
            .Select(p => new Person(p.Id, p.Name, p.TeamId, p.IsAdmin)).SingleOrDefaultAsync(cancel);
    }

    /// <summary>The people of a team, by name.</summary>
    public async Task<IReadOnlyList<Person>> OfTeamAsync(string teamId, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.People.Where(p => p.TeamId == teamId).OrderBy(p => p.Name)
            .Select(p => new Person(p.Id, p.Name, p.TeamId, p.IsAdmin)).ToListAsync(cancel);
    }

    /// <summary>Adds people that are not there yet and brings the others up to date.</summary>
    public async Task RememberAsync(IEnumerable<Person> people, CancellationToken cancel = default) =>
        await gate.RunAsync(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            foreach (var person in people)
            {
                if (await db.People.SingleOrDefaultAsync(p => p.Id == person.Id, cancel) is { } row)
                    (row.Name, row.TeamId, row.IsAdmin) = (person.Name, person.TeamId, person.IsAdmin);
                else
                    db.People.Add(new PersonRow { Id = person.Id, Name = person.Name, TeamId = person.TeamId, IsAdmin = person.IsAdmin });
            }

            return await db.SaveChangesAsync(cancel);
        }, cancel);
}
