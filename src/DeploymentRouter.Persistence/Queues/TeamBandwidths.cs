using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Queues;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Queues;

/// <summary>How many requests each team can take, and who said so when; what was said before is kept.</summary>
public sealed class TeamBandwidths(IDbContextFactory<RouterDb> factory, PlaybookInForce playbook, WriteGate gate, TimeProvider time)
{
    private const int MostShown = 10;

    /// <summary>What was said of a team, the newest first.</summary>
    public async Task<IReadOnlyList<Bandwidth>> OfAsync(string teamId, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Said(db, teamId).Take(MostShown).ToListAsync(cancel);
    }

    /// <summary>Says how many requests a team can take from now on; null: no cut. Returns why not, or null: it is stored.</summary>
    public async Task<Refusal?> SetAsync(string teamId, int? requests, Person by, CancellationToken cancel = default)
    {
        if (Bandwidth.WhyNotSet(teamId, playbook.Current.Team(teamId).Name, requests, by) is { } refusal) return refusal;
        return await gate.RunAsync(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(cancel);
            if ((await Latest(db, teamId).SingleOrDefaultAsync(cancel))?.Requests == requests) return Refusals.NothingChanged();
            db.Bandwidths.Add(new BandwidthRow { TeamId = teamId, Requests = requests, ById = by.Id, ByName = by.Name, At = time.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync(cancel);
            return null;
        }, cancel);
    }

    internal static IQueryable<Bandwidth> Latest(RouterDb db, string teamId) => Said(db, teamId).Take(1);

    private static IQueryable<Bandwidth> Said(RouterDb db, string teamId) => db.Bandwidths
        .Where(b => b.TeamId == teamId)
        .OrderByDescending(b => b.Id)
        .Select(b => new Bandwidth(b.TeamId, b.Requests, b.ByName, b.At));
}
