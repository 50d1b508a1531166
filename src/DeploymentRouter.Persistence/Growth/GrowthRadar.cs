using DeploymentRouter.Core.Growth;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Growth;

/// <summary>
/// Every account whose growth is watched, the nearest to Jointly Managed first. States change with the day and with the playbook,
/// so nothing of them is stored: the facts of all accounts are read, which are few and small, and judged here.
/// </summary>
public sealed class GrowthRadar(IDbContextFactory<RouterDb> factory, PlaybookInForce playbook, TimeProvider time)
{
    public const int PageSize = 50;

    /// <summary>More accounts than this are not looked at; the page says so.</summary>
    public const int MostAccounts = 5_000;

    /// <param name="watcherId">Only the accounts of this person; null: everything.</param>
    /// <param name="page">From 1; beyond the last one is the last one.</param>
    public async Task<RadarPage> PageAsync(string? watcherId, int page, Sight sight, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var rows = await Rows(db, watcherId, sight).ToListAsync(cancel);
        var (triggers, today) = (playbook.Current.Growth, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        var lines = rows.Take(MostAccounts)
            .Select(row => new RadarLine(row.Number, row.Customer, row.TeamId, row.Assignee, row.StageName, row.State is RequestState.OnHold, Outlook.Of(GrowthProjection.Read(row.Facts), triggers, today))
            {
                IsEngaged = row.IsEngaged,
            })
            .OrderByDescending(line => line.Outlook.State)
            .ThenBy(line => line.Outlook.ReachedOn ?? DateOnly.MaxValue)
            .ThenByDescending(line => line.Outlook.Utilisation)
            .ThenBy(line => line.Number)
            .ToList();
        var pages = Math.Max(1, (lines.Count + PageSize - 1) / PageSize);
        var shown = Math.Clamp(page, 1, pages);
        return new RadarPage([.. lines.Skip((shown - 1) * PageSize).Take(PageSize)], lines.Count, shown, pages, rows.Count > MostAccounts);
    }

    /// <summary>Whether a change of this request can matter here: its growth is watched, or was.</summary>
    public async Task<bool> ConcernsAsync(Guid id, Sight sight, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Growth.In(db, sight).AnyAsync(g => g.RequestId == id, cancel);
    }

    internal static IQueryable<RadarRow> Rows(RouterDb db, string? watcherId, Sight sight)
    {
        var watched = db.Growth.Where(g => g.IsWatched);
        if (watcherId is not null) watched = watched.Where(g => g.WatcherId == watcherId);
        return watched.Join(db.Requests.In(sight), g => g.RequestId, r => r.Id, (g, r) => new { Growth = g, Request = r })
            .OrderBy(both => both.Request.Number).Take(MostAccounts + 1)
            .Select(both => new RadarRow(
                both.Request.Number, both.Request.CustomerName, both.Request.StageName, both.Request.OwnerTeamId!, both.Request.AssigneeName, both.Request.State, both.Growth.IsEngaged, both.Growth.Facts));
    }
}

internal sealed record RadarRow(
    int Number, string Customer, string StageName, string TeamId, string? Assignee, RequestState State, bool IsEngaged, string? Facts);

/// <summary>One account on the radar.</summary>
/// <param name="Assignee">Null: nobody has taken it.</param>
public sealed record RadarLine(int Number, string Customer, string TeamId, string? Assignee, string StageName, bool IsHeld, Outlook Outlook)
{
    /// <summary>Whether it has left the watching stage: others have the ball while the first instance serves.</summary>
    public bool IsEngaged { get; init; }
}

/// <param name="Total">How many accounts there are on all pages.</param>
/// <param name="Page">From 1.</param>
/// <param name="IsCutShort">There are more accounts than are looked at.</param>
public sealed record RadarPage(IReadOnlyList<RadarLine> Lines, int Total, int Page, int Pages, bool IsCutShort);
