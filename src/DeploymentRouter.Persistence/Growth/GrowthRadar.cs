using DeploymentRouter.Core.Growth;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
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

    private static readonly RequestState[] InWork = [RequestState.InProgress, RequestState.OnHold, RequestState.Declined, RequestState.NeedsInformation];

    /// <param name="assigneeId">Only what this person has; null: everything.</param>
    /// <param name="page">From 1; beyond the last one is the last one.</param>
    public async Task<RadarPage> PageAsync(string? assigneeId, int page, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var places = playbook.Current.Strategies.SelectMany(strategy => strategy.Stages, (strategy, stage) => (Strategy: strategy.Id, Stage: stage))
            .Where(place => place.Stage.WatchesGrowth).Select(place => (place.Strategy, place.Stage.Id)).ToHashSet();
        var rows = await Rows(db, [.. places.Select(place => place.Item2).Distinct(StringComparer.Ordinal)], assigneeId).ToListAsync(cancel);

        var (triggers, today) = (playbook.Current.Growth, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        var lines = rows.Take(MostAccounts).Where(row => places.Contains((row.StrategyId ?? "", row.StageId)) || (row.Facts is not null && row.State is not RequestState.Delivered))
            .Select(row => new RadarLine(row.Number, row.Customer, row.TeamId, row.Assignee, row.StageName, row.State is RequestState.OnHold, Outlook.Of(GrowthProjection.Read(row.Facts), triggers, today))
            {
                IsEngaged = !places.Contains((row.StrategyId ?? "", row.StageId)),
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

    /// <summary>Whether a change of this request can matter here.</summary>
    public async Task<bool> ConcernsAsync(Guid id, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var stageIds = playbook.Current.Strategies.SelectMany(strategy => strategy.Stages).Where(stage => stage.WatchesGrowth).Select(stage => stage.Id).ToList();
        return await db.Requests.AnyAsync(r => r.Id == id && (stageIds.Contains(r.StageId) || db.Growth.Any(g => g.RequestId == id)), cancel);
    }

    internal static IQueryable<RadarRow> Rows(RouterDb db, IReadOnlyList<string> stageIds, string? assigneeId)
    {
        var requests = db.Requests.Where(r => r.OwnerTeamId != null);
        // Only who stood in a watching stage has readings; the first instance serves until what comes after it is delivered.
        requests = requests.Where(r => (InWork.Contains(r.State) && db.Growth.Any(g => g.RequestId == r.Id))
            || ((InWork.Contains(r.State) || r.State == RequestState.Delivered) && stageIds.Contains(r.StageId)));
        if (assigneeId is not null) requests = requests.Where(r => r.AssigneeId == assigneeId);
        return requests
            .OrderBy(r => r.Number).Take(MostAccounts + 1)
            .LeftJoin(db.Growth, r => r.Id, g => g.RequestId, (r, g) => new RadarRow(
                r.Number, r.CustomerName, r.StrategyId, r.StageId, r.StageName, r.OwnerTeamId!, r.AssigneeName, r.State, g!.Facts));
    }
}

internal sealed record RadarRow(
    int Number, string Customer, string? StrategyId, string StageId, string StageName, string TeamId, string? Assignee, RequestState State, string? Facts);

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
