using DeploymentRouter.Persistence.Queues;
using static DeploymentRouter.Persistence.Tests.Queues.Office;

namespace DeploymentRouter.Persistence.Tests.Queues;

/// <summary>No query of a queue may cost more because the tables grow: along an index, never over a table, never sorting a whole queue.</summary>
public sealed class QueuePlanTests : IAsyncLifetime
{
    private readonly Office _office = new();

    public Task InitializeAsync() => _office.InitializeAsync();

    public Task DisposeAsync() => _office.DisposeAsync();

    public static TheoryData<QueueFilter> Filters() =>
    [
        new QueueFilter(),
        new QueueFilter(StageId: "qualification"),
        new QueueFilter(AssigneeId: "bram"),
        new QueueFilter(AssigneeId: QueueFilter.Nobody),
        new QueueFilter(OnHold: OnHold.Hidden),
        new QueueFilter("qualification", "bram", OnHold.Only),
    ];

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_queue_is_one_walk_along_an_index(QueueFilter filter)
    {
        await _office.Get<TeamBandwidths>().SetAsync("ie", 7, Ie);
        _office.Plans.Take();
        await _office.Get<QueueOfTeam>().ListAsync("ie", filter);
        var plan = _office.Plans.Take().Where(step => !step.StartsWith("CO-ROUTINE", StringComparison.Ordinal) && !step.StartsWith("SCAN q0", StringComparison.Ordinal)).ToList();
        // The lines and their requests; the bandwidth; how many reviews wait; which one is beyond it.
        Assert.Equal(5, plan.Count);
        Assert.All(plan, step => Assert.StartsWith("SEARCH", step, StringComparison.Ordinal));
        Assert.Contains("TeamId=?", plan[0], StringComparison.Ordinal);
    }

    // Each running trial has a line that is not in the queue before its end: there are as many as customers.
    [Fact]
    public async Task What_is_not_in_the_queue_yet_is_passed_over_in_the_index()
    {
        _office.Plans.Take();
        await _office.Get<QueueOfTeam>().ListAsync("ce", new QueueFilter());
        Assert.Contains("IX_Queues_TeamId_Order_From_Until", _office.Plans.Take()[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counting_reads_an_index_and_no_table()
    {
        _office.Plans.Take();
        await _office.Get<QueueOfTeam>().CountAsync("ie", 100);
        await _office.Get<QueueOverview>().OfAsync(["ie"]);
        var plan = _office.Plans.Take().Where(step => !step.StartsWith("CO-ROUTINE", StringComparison.Ordinal) && step != "SCAN q0").ToList();
        Assert.Equal(5, plan.Count);
        Assert.All(plan, step => Assert.Matches("SEARCH q USING COVERING INDEX .*TeamId=\\?", step));
    }

    [Fact]
    public async Task Personal_work_is_found_along_indexes()
    {
        _office.Plans.Take();
        await _office.Get<WorkOfPerson>().OfAsync(Ce);
        Assert.DoesNotContain(_office.Plans.Take(), step => step.StartsWith("SCAN", StringComparison.Ordinal));
    }
}
