using DeploymentRouter.Persistence.Queues;
using DeploymentRouter.Persistence.Requests;
using static DeploymentRouter.Persistence.Tests.Queues.Office;

namespace DeploymentRouter.Persistence.Tests.Queues;

public sealed class OverviewTests : IAsyncLifetime
{
    private readonly Office _office = new();

    public Task InitializeAsync() => _office.InitializeAsync();

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task The_overview_counts_what_waits_is_due_and_is_late()
    {
        await _office.InQualificationAsync("First");
        var since = _office.Time.GetUtcNow().UtcDateTime;
        _office.Time.Advance(TimeSpan.FromDays(1));
        await _office.InQualificationAsync("Second");
        Assert.Equal(new QueueSummary("ie", 2, 0, 0, since), await OfIeAsync());

        // The first is due on Friday at 22:00, the second on Monday.
        _office.Time.SetUtcNow(new DateTimeOffset(2026, 11, 6, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(new QueueSummary("ie", 2, 0, 1, since), await OfIeAsync());
        _office.Time.SetUtcNow(new DateTimeOffset(2026, 11, 7, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(new QueueSummary("ie", 2, 1, 0, since), await OfIeAsync());
    }

    [Fact]
    public async Task A_team_for_which_nothing_waits_is_listed_with_zeros() =>
        Assert.Equal([new QueueSummary("tam", 0, 0, 0, null)], await _office.Get<QueueOverview>().OfAsync(["tam"]));

    [Fact]
    public async Task My_work_is_what_is_assigned_to_me_what_nobody_took_what_I_follow_and_what_I_filed()
    {
        var mine = await _office.JointAsync("With me");
        var verdict = await _office.VerdictOpenAsync("With Cloud");
        var ie = await _office.InQualificationAsync("With IE");
        await _office.Get<Following>().SetAsync(Ce.Id, mine.Id, follows: true);

        var work = await _office.Get<WorkOfPerson>().OfAsync(Ce);
        Assert.Equal(["With me"], work.Assigned.Select(line => line.CustomerName));
        Assert.Equal(["With me"], work.Followed.Select(line => line.CustomerName));
        Assert.Equal(["With IE", "With Cloud"], work.Filed.Select(line => line.CustomerName));
        Assert.Empty(work.Untaken);

        Assert.Equal([verdict.Number], (await _office.Get<WorkOfPerson>().OfAsync(Cloud)).Untaken.Select(line => line.Number));
        Assert.Empty((await _office.Get<WorkOfPerson>().OfAsync(Ie)).Assigned);
        await _office.DoAsync(ie, (r, now) => r.Take(Ie, now));
        Assert.Equal(["With IE"], (await _office.Get<WorkOfPerson>().OfAsync(Ie)).Assigned.Select(line => line.CustomerName));
    }

    private async Task<QueueSummary> OfIeAsync() => Assert.Single(await _office.Get<QueueOverview>().OfAsync(["ie"]));
}
