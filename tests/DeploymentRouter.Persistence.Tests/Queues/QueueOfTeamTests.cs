using DeploymentRouter.Core.Queues;
using DeploymentRouter.Persistence.Queues;
using static DeploymentRouter.Persistence.Tests.Queues.Office;

namespace DeploymentRouter.Persistence.Tests.Queues;

public sealed class QueueOfTeamTests : IAsyncLifetime
{
    private readonly Office _office = new();

    public Task InitializeAsync() => _office.InitializeAsync();

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_request_moves_from_queue_to_queue_with_the_ball()
    {
        var request = await _office.JointAsync("Pinwheel");
        Assert.Equal(["Pinwheel"], await CustomersAsync("ce"));
        Assert.Empty(await CustomersAsync("ie"));

        request = await _office.InQualificationAsync("Marrowbridge");
        var line = Assert.Single((await ListAsync("ie")).Lines);
        Assert.Equal((request.Number, "Qualify", "Qualification", true), (line.Number, line.Says, line.StageName, line.HasBall));
        Assert.Equal(Ask.Review, line.Ask);
        Assert.NotNull(line.DueAt);
        Assert.NotEmpty(line.DecidedBy);

        await _office.DoAsync(request, (r, now) => r.Decline(r.Playbook.DeclineReasons[0].Id, "Too small.", Ie, now));
        Assert.Empty(await CustomersAsync("ie"));
        Assert.Contains("Marrowbridge", await CustomersAsync("ce"));
    }

    [Fact]
    public async Task An_open_verdict_waits_for_the_Cloud_team_until_it_is_given()
    {
        var request = await _office.VerdictOpenAsync("Greywacke");
        Assert.Equal("Answer: Will Cloud support what the customer requires?", Assert.Single((await ListAsync("cloud")).Lines).Says);

        await _office.DoAsync(request, (r, now) => r.ChangeAnswers(
            new Dictionary<string, Decisions.Answer?> { ["cloud_team_verdict"] = new Decisions.ChoiceAnswer("will_not_build") },
            new Dictionary<string, string>(),
            Cloud,
            now));
        Assert.Empty(await CustomersAsync("cloud"));
        Assert.Equal(["Greywacke"], await CustomersAsync("ce"));
    }

    [Fact]
    public async Task IE_works_by_priority_then_by_needed_by_then_by_age()
    {
        await _office.InQualificationAsync("Late", neededBy: new DateOnly(2027, 3, 1));
        await _office.InQualificationAsync("Undated");
        await _office.InQualificationAsync("Early", neededBy: new DateOnly(2027, 1, 1));
        await _office.InQualificationAsync("Undated too");
        await _office.InQualificationAsync("Rich", revenue: "full");
        await _office.InQualificationAsync("Rich and large", users: 30_000, revenue: "full");
        Assert.Equal(["Rich and large", "Rich", "Early", "Late", "Undated", "Undated too"], await CustomersAsync("ie"));
        Assert.Equal([42, 30, 5, 5, 5, 5], (await ListAsync("ie")).Lines.Select(line => line.Priority));
    }

    [Fact]
    public async Task What_others_wait_for_comes_before_longer_work()
    {
        await _office.JointAsync("Work");
        var declined = await _office.InQualificationAsync("Declined");
        await _office.DoAsync(declined, (r, now) => r.Decline(r.Playbook.DeclineReasons[0].Id, "Too small.", Ie, now));
        Assert.Equal(["Declined", "Work"], await CustomersAsync("ce"));

        var rich = await _office.InQualificationAsync("Rich and qualified", users: 30_000, revenue: "full");
        await _office.DoAsync(rich, (r, now) => r.Complete(Ie, now));
        await _office.InQualificationAsync("Poor");
        Assert.Equal(["Poor", "Rich and qualified"], await CustomersAsync("ie"));
    }

    [Fact]
    public async Task Other_teams_work_by_due_time_and_hold_back_what_is_on_hold()
    {
        var held = await _office.InCloudReviewAsync("Held");
        await _office.DoAsync(held, (r, now) => r.PutOnHold("Their freeze ends.", null, Cloud, now));
        await _office.InCloudReviewAsync("First");
        await _office.InCloudReviewAsync("Second");
        Assert.Equal(["First", "Second", "Held"], await CustomersAsync("cloud"));
    }

    [Fact]
    public async Task Filters_narrow_the_queue()
    {
        var taken = await _office.InQualificationAsync("Taken");
        await _office.DoAsync(taken, (r, now) => r.Take(Ie, now));
        var held = await _office.InQualificationAsync("Held");
        await _office.DoAsync(held, (r, now) => r.PutOnHold("Their freeze ends.", null, Ie, now));
        var further = await _office.InQualificationAsync("Further");
        await _office.DoAsync(further, (r, now) => r.Complete(OtherIe, now));

        Assert.Equal(["Taken"], await CustomersAsync("ie", new QueueFilter(AssigneeId: Ie.Id)));
        Assert.Equal(["Held"], await CustomersAsync("ie", new QueueFilter(AssigneeId: QueueFilter.Nobody)));
        Assert.Equal(["Further"], await CustomersAsync("ie", new QueueFilter(StageId: "kick_off")));
        Assert.Equal(["Taken", "Further"], await CustomersAsync("ie", new QueueFilter(OnHold: OnHold.Hidden)));
        Assert.Equal(["Held"], await CustomersAsync("ie", new QueueFilter(StageId: "qualification", OnHold: OnHold.Only)));
    }

    [Fact]
    public async Task A_page_shows_two_hundred_lines_and_says_that_more_follow()
    {
        for (var i = 0; i < QueueOfTeam.MostLines; i++) await _office.JointAsync($"Customer {i}");
        Assert.False((await ListAsync("ce")).HasMore);
        await _office.JointAsync("One more");
        var page = await ListAsync("ce");
        Assert.True(page.HasMore);
        Assert.Equal(QueueOfTeam.MostLines, page.Lines.Count);
        Assert.DoesNotContain(page.Lines, line => line.CustomerName == "One more");
        Assert.Equal(100, await _office.Get<QueueOfTeam>().CountAsync("ce", 100));
    }

    private async Task<QueueLines> ListAsync(string team, QueueFilter? filter = null) =>
        await _office.Get<QueueOfTeam>().ListAsync(team, filter ?? new QueueFilter());

    private async Task<IEnumerable<string>> CustomersAsync(string team, QueueFilter? filter = null) =>
        (await ListAsync(team, filter)).Lines.Select(line => line.CustomerName);
}
