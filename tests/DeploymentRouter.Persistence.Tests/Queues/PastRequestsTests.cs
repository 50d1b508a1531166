using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Queues;
using static DeploymentRouter.Persistence.Tests.Queues.Office;

namespace DeploymentRouter.Persistence.Tests.Queues;

public sealed class PastRequestsTests : IAsyncLifetime
{
    private readonly Office _office = new();

    public Task InitializeAsync() => _office.InitializeAsync();

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Requests_that_the_same_row_decided_say_how_they_went_the_nearest_first()
    {
        var large = await _office.InQualificationAsync("Large", users: 90_000);
        await _office.DoAsync(large, (r, now) => r.Complete(Ie, now));
        var declined = await _office.InQualificationAsync("Declined");
        await _office.DoAsync(declined, (r, now) => r.Decline(r.Playbook.DeclineReasons[1].Id, "Too small.", Ie, now));
        await _office.InQualificationAsync("Not reviewed yet");
        var cloud = await _office.InCloudReviewAsync("Another row");
        await _office.DoAsync(cloud, (r, now) => r.Complete(Cloud, now));

        var past = await _office.Get<PastRequests>().LikeAsync(await _office.InQualificationAsync("Now"));
        Assert.Equal(["Declined", "Large"], past.Select(one => one.CustomerName));
        Assert.Equal((RequestState.Declined, declined.Playbook.DeclineReasons[1].Id), (past[0].State, past[0].DeclineReason));
        Assert.Empty(past[0].Differs);
        Assert.Equal(["Users at full roll-out"], past[1].Differs);
        Assert.Equal("Kick-off", past[1].StageName);
        Assert.Null(past[1].EndedAt);
    }

    [Fact]
    public async Task A_withdrawn_one_is_past_and_nothing_is_like_what_is_undecided()
    {
        var withdrawn = await _office.JointAsync("Withdrawn");
        await _office.DoAsync(withdrawn, (r, now) => r.Withdraw("Lost.", Ce, now));
        Assert.NotNull(Assert.Single(await _office.Get<PastRequests>().LikeAsync(await _office.JointAsync("Now"))).EndedAt);
        Assert.Empty(await _office.Get<PastRequests>().LikeAsync(await _office.VerdictOpenAsync("Open")));
    }

    [Fact]
    public async Task They_are_found_along_an_index()
    {
        var request = await _office.JointAsync("Now");
        _office.Plans.Take();
        await _office.Get<PastRequests>().LikeAsync(request);
        Assert.Matches("^SEARCH r USING INDEX IX_Requests_RowId_SettledAt", Assert.Single(_office.Plans.Take()));
    }
}
