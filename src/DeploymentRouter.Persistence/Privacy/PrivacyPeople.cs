using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Privacy;

/// <summary>Everybody something is stored about, without those who are erased.</summary>
public sealed class PrivacyPeople(IDbContextFactory<RouterDb> factory)
{
    /// <summary>By name; those who may not come in any more first, because only they can be erased.</summary>
    public async Task<IReadOnlyList<PrivacyPerson>> AllAsync(CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.People.Where(person => !person.Id.StartsWith(PersonErasure.FormerPrefix))
            .OrderByDescending(person => person.IsDisabled).ThenBy(person => person.Name).ThenBy(person => person.Id)
            .Select(person => new PrivacyPerson(person.Id, person.Name, person.TeamId, person.IsDisabled))
            .ToListAsync(cancel);
    }
}

/// <summary>Somebody on the privacy page.</summary>
public sealed record PrivacyPerson(string Id, string Name, string TeamId, bool IsShutOut);
