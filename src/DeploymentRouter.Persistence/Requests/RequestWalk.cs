using System.Linq.Expressions;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Schema;

namespace DeploymentRouter.Persistence.Requests;

/// <summary>
/// The rows of one page. Each state has its own index for each order, so a list over several states is a walk along several
/// indexes, each at most a page long, merged at the end: its cost does not grow with the table.
/// </summary>
internal static class RequestWalk
{
    /// <param name="atMost">How many rows are wanted.</param>
    public static IQueryable<RequestRow> Of(IQueryable<RequestRow> rows, RequestFilter filter, RequestCursor? from, int atMost)
    {
        var backwards = from is { Backwards: true };
        var walks = filter.States.Select(state => Page(rows.Where(r => r.State == state), filter, from, atMost));
        return Ordered(walks.Aggregate((all, one) => all.Concat(one)), filter.Order, backwards).Take(atMost);
    }

    /// <summary>The rows of one page among the requests with these numbers, which are few.</summary>
    public static IQueryable<RequestRow> Among(List<int> numbers, IQueryable<RequestRow> rows, RequestFilter filter, RequestCursor? from, int atMost)
    {
        var states = filter.States;
        return Page(rows.Where(r => numbers.Contains(r.Number) && states.Contains(r.State)), filter, from, atMost);
    }

    private static IQueryable<RequestRow> Page(IQueryable<RequestRow> rows, RequestFilter filter, RequestCursor? from, int atMost) =>
        Ordered(Beyond(Filtered(rows, filter), filter.Order, from), filter.Order, from is { Backwards: true }).Take(atMost);

    private static IQueryable<RequestRow> Filtered(IQueryable<RequestRow> rows, RequestFilter filter)
    {
        if (filter.StrategyId is RequestFilter.Undecided) rows = rows.Where(r => r.StrategyId == null);
        else if (filter.StrategyId is { } strategy) rows = rows.Where(r => r.StrategyId == strategy);
        if (filter.TeamId is { } team) rows = rows.Where(r => r.OwnerTeamId == team);
        if (filter.StageId is { } stage) rows = rows.Where(r => r.StageId == stage);
        return rows;
    }

    private static IQueryable<RequestRow> Ordered(IQueryable<RequestRow> rows, RequestOrder order, bool backwards) => (order, backwards) switch
    {
        (RequestOrder.Changed, false) => rows.OrderByDescending(r => r.ChangedAt).ThenByDescending(r => r.Number),
        (RequestOrder.Changed, true) => rows.OrderBy(r => r.ChangedAt).ThenBy(r => r.Number),
        (RequestOrder.Opened, false) => rows.OrderByDescending(r => r.OpenedAt).ThenByDescending(r => r.Number),
        (RequestOrder.Opened, true) => rows.OrderBy(r => r.OpenedAt).ThenBy(r => r.Number),
        (RequestOrder.Customer, false) => rows.OrderBy(r => r.CustomerKey).ThenBy(r => r.Number),
        (RequestOrder.Customer, true) => rows.OrderByDescending(r => r.CustomerKey).ThenByDescending(r => r.Number),
        (RequestOrder.Due, false) => rows.OrderBy(r => r.DueOrder).ThenBy(r => r.Number),
        (RequestOrder.Due, true) => rows.OrderByDescending(r => r.DueOrder).ThenByDescending(r => r.Number),
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, null),
    };

    // "Not before x, and if at x then past its number": the first half is what an index can seek to.
    private static IQueryable<RequestRow> Beyond(IQueryable<RequestRow> rows, RequestOrder order, RequestCursor? from)
    {
        if (from is null) return rows;
        var (number, downwards) = (from.Number, order is RequestOrder.Changed or RequestOrder.Opened != from.Backwards);
        if (order is RequestOrder.Customer)
        {
            var key = from.Key;
            return downwards
                ? rows.Where(r => r.CustomerKey.CompareTo(key) <= 0 && (r.CustomerKey.CompareTo(key) < 0 || r.Number < number))
                : rows.Where(r => r.CustomerKey.CompareTo(key) >= 0 && (r.CustomerKey.CompareTo(key) > 0 || r.Number > number));
        }

        var at = from.At;
        Expression<Func<RequestRow, bool>> beyond = (order, downwards) switch
        {
            (RequestOrder.Changed, true) => r => r.ChangedAt <= at && (r.ChangedAt < at || r.Number < number),
            (RequestOrder.Changed, false) => r => r.ChangedAt >= at && (r.ChangedAt > at || r.Number > number),
            (RequestOrder.Opened, true) => r => r.OpenedAt <= at && (r.OpenedAt < at || r.Number < number),
            (RequestOrder.Opened, false) => r => r.OpenedAt >= at && (r.OpenedAt > at || r.Number > number),
            (_, true) => r => r.DueOrder <= at && (r.DueOrder < at || r.Number < number),
            (_, false) => r => r.DueOrder >= at && (r.DueOrder > at || r.Number > number),
        };
        return rows.Where(beyond);
    }
}
