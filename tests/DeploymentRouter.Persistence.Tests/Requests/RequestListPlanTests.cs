using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Tests.Queues;

namespace DeploymentRouter.Persistence.Tests.Requests;

/// <summary>No page of the list may cost more because the table grows: each walks along an index that is already in the wanted order.</summary>
public sealed class RequestListPlanTests : IAsyncLifetime
{
    private readonly Office _office = new();

    public Task InitializeAsync() => _office.InitializeAsync();

    public Task DisposeAsync() => _office.DisposeAsync();

    public static TheoryData<RequestOrder, RequestFilter> Lists()
    {
        var data = new TheoryData<RequestOrder, RequestFilter>();
        foreach (var order in Enum.GetValues<RequestOrder>())
        {
            var all = new RequestFilter("", RequestFilter.All, null, null, null, order);
            foreach (var states in new[] { RequestFilter.All, RequestFilter.Open, [RequestState.OnHold] })
            {
                data.Add(order, all with { States = states });
                data.Add(order, all with { States = states, StrategyId = "cloud" });
                data.Add(order, all with { States = states, StrategyId = RequestFilter.Undecided });
                data.Add(order, all with { States = states, TeamId = "ie" });
                data.Add(order, all with { States = states, StageId = "qualification" });
                data.Add(order, all with { States = states, StrategyId = "cloud", TeamId = "ie", StageId = "qualification" });
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_page_walks_along_one_index_for_each_state(RequestOrder order, RequestFilter filter)
    {
        foreach (var (from, plan) in await PlansAsync(filter))
        {
            // The table is read once for each state; any other step reads what these walks have found.
            var walks = plan.Where(step => step.Contains("IX_Requests", StringComparison.Ordinal)).ToList();
            Assert.Equal(filter.States.Count, walks.Count);
            Assert.All(walks, walk => Assert.Matches($@"^SEARCH \w+ USING INDEX IX_Requests_State_(\w+_)?{Column(order)}_Number \(State=\?", walk));
            if (from is not null) Assert.All(walks, walk => Assert.Contains(Column(order) + (IsDown(order, from) ? "<?" : ">?"), walk, StringComparison.Ordinal));
            // A walk is in order by itself; only what several of them found, a page each, is sorted to be merged.
            for (var i = 0; i < plan.Count - 1; i++)
            {
                if (walks.Contains(plan[i], StringComparer.Ordinal)) Assert.False(plan[i + 1].StartsWith("USE TEMP", StringComparison.Ordinal), string.Join('\n', plan));
            }

            if (filter.States.Count == 1) Assert.DoesNotContain(plan, step => step.StartsWith("USE TEMP", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(RequestOrder.Changed)]
    [InlineData(RequestOrder.Customer)]
    [InlineData(RequestOrder.Due)]
    [InlineData(RequestOrder.Opened)]
    public async Task Words_are_looked_up_and_only_what_they_find_is_sorted(RequestOrder order)
    {
        await _office.JointAsync("Orrery Labs");
        _office.Plans.Take();
        await _office.Get<RequestList>().PageAsync(new RequestFilter("orr", RequestFilter.Open, null, "ce", null, order), null);
        var plan = _office.Plans.Take();

        Assert.Contains(plan, step => step.StartsWith("SCAN RequestSearch VIRTUAL TABLE INDEX", StringComparison.Ordinal));
        Assert.Contains(plan, step => step.Contains("USING INDEX IX_Requests_Number (Number=?)", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<(RequestCursor? From, IReadOnlyList<string> Plan)>> PlansAsync(RequestFilter filter)
    {
        var key = filter.Order is RequestOrder.Customer ? "orrery" : "2026-11-03T09:00:00.0000000";
        var plans = new List<(RequestCursor?, IReadOnlyList<string>)>();
        foreach (var from in new[] { null, new RequestCursor(key, 1027, Backwards: false), new RequestCursor(key, 1027, Backwards: true) })
        {
            _office.Plans.Take();
            await _office.Get<RequestList>().PageAsync(filter, from);
            plans.Add((from, _office.Plans.Take()));
        }

        return plans;
    }

    private static bool IsDown(RequestOrder order, RequestCursor from) => order is RequestOrder.Changed or RequestOrder.Opened != from.Backwards;

    private static string Column(RequestOrder order) => order switch
    {
        RequestOrder.Changed => "ChangedAt",
        RequestOrder.Opened => "OpenedAt",
        RequestOrder.Due => "DueOrder",
        _ => "CustomerKey",
    };
}
