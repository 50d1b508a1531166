using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Schema;

namespace DeploymentRouter.Persistence.Requests;

/// <summary>Holds rows against what a reader may know of. Who sees everything walks the same indexes as before.</summary>
internal static class SightRows
{
    public static IQueryable<RequestRow> In(this IQueryable<RequestRow> rows, Sight sight) =>
        sight.CustomerKeys is { } keys ? rows.Where(r => keys.Contains(r.CustomerKey)) : rows;

    public static IQueryable<QueueRow> In(this IQueryable<QueueRow> rows, RouterDb db, Sight sight) =>
        sight.CustomerKeys is { } keys ? rows.Where(q => db.Requests.Any(r => r.Id == q.RequestId && keys.Contains(r.CustomerKey))) : rows;

    public static IQueryable<GrowthRow> In(this IQueryable<GrowthRow> rows, RouterDb db, Sight sight) =>
        sight.CustomerKeys is { } keys ? rows.Where(g => db.Requests.Any(r => r.Id == g.RequestId && keys.Contains(r.CustomerKey))) : rows;

    public static IQueryable<OpportunityRow> In(this IQueryable<OpportunityRow> rows, Sight sight) =>
        sight.CustomerKeys is { } keys ? rows.Where(o => keys.Contains(o.AccountKey)) : rows;
}
