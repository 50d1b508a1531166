using Bunit;
using DeploymentRouter.Core.Queues;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Queues;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Tests.Features.Queues;
using Microsoft.Extensions.DependencyInjection;
using static DeploymentRouter.Web.Tests.Features.Requests.OperationTests;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;

namespace DeploymentRouter.Web.Tests.Features.Requests;

/// <summary>A trial ends by itself, without anybody writing anything: its last day is Wed 2 Dec 2026 in these tests.</summary>
public sealed class TrialEndTests : QueueRoom
{
    private static readonly DateTime Over = new(2026, 12, 3, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task When_a_trial_ends_it_is_in_the_queue_and_in_the_work_of_its_CE_without_a_write()
    {
        var request = await StoreAsync(SetUp());
        Assert.Empty((await CeQueueAsync()).Lines);
        Assert.Equal(0, await Services.GetRequiredService<QueueOfTeam>().CountAsync("ce", 9));
        Assert.Empty((await WorkOfWrenAsync()).Assigned);
        Assert.Equal(0, await OpenOfWrenAsync());
        Assert.Empty((await ListedAsync()).Waits);

        Time.SetUtcNow(new DateTimeOffset(Over));
        var line = Assert.Single((await CeQueueAsync()).Lines);
        Assert.Equal(("Decide on the trial", Ask.DecideOnTrial, false, Over), (line.Says, line.Ask, line.HasBall, line.Since));
        Assert.Equal((new DateTime(2026, 12, 8, 0, 0, 0, DateTimeKind.Utc), Over, "Wren Lanternby"), (line.DueAt, line.ClockFrom, line.AssigneeName));
        Assert.Equal(1, await Services.GetRequiredService<QueueOfTeam>().CountAsync("ce", 9));
        Assert.Equal(request.Number, Assert.Single((await WorkOfWrenAsync()).Assigned).Number);
        Assert.Equal(1, await OpenOfWrenAsync());
        Assert.Equal(("ce", Ask.DecideOnTrial), Assert.Single((await ListedAsync()).Waits) is var wait ? (wait.TeamId, wait.Ask) : default);
        Time.SetUtcNow(new DateTimeOffset(Over.AddDays(6)));
        Assert.Equal((1, 1), (await Services.GetRequiredService<QueueOverview>().OfAsync(["ce"])) is [var ce] ? (ce.Waiting, ce.Late) : default);
    }

    [Fact]
    public async Task While_set_up_goes_on_one_line_says_both()
    {
        var request = await StoreAsync(TrialRunning().Does((r, now) => r.Accept(Wren, now)));
        Assert.Equal("Work: Set-up", Assert.Single((await CeQueueAsync()).Lines).Says);
        Time.SetUtcNow(new DateTimeOffset(Over));
        Assert.Equal(("Decide on the trial. Work: Set-up", true), Assert.Single((await CeQueueAsync()).Lines) is var line ? (line.Says, line.HasBall) : default);
        await ElsewhereAsync(request, (r, now) => Asks(r, "extend_trial", Wren, now, until: new DateOnly(2026, 12, 20)));
        Assert.Equal("Work: Set-up", Assert.Single((await CeQueueAsync()).Lines).Says);
    }

    [Theory]
    [InlineData("extend_trial")]
    [InlineData("convert_to_paid")]
    [InlineData("suspend")]
    [InlineData("tear_down")]
    public void What_decides_on_a_trial_takes_the_line_away_and_a_decline_or_undo_brings_it_back(string id)
    {
        var walk = SetUp().Later(TimeSpan.FromDays(40));
        var values = id == "convert_to_paid" ? new Dictionary<string, string>(StringComparer.Ordinal) { ["contract_signed_on"] = "2026-12-10", ["new_licence_reference"] = "vault/7" } : null;
        Outcome Ask(Request r, DateTime now) => Asks(r, id, Wren, now, until: DateOnly.FromDateTime(now).AddDays(9), values: values, confirmation: "text");
        Assert.NotNull(CeWait(walk));
        walk.Does(Ask);
        Assert.Null(CeWait(walk));
        Assert.True(walk.Request.Undo(Wren, walk.Now).Succeeded);
        Assert.NotNull(CeWait(walk));
        walk.Does(Ask).Does((r, now) => r.DeclineOperation("Not now.", Skye, now));
        Assert.NotNull(CeWait(walk));
        walk.Does(Ask).Does((r, now) => r.CompleteOperation("", Skye, now));
        Assert.Null(CeWait(walk));

        walk.Later(TimeSpan.FromDays(20));
        Assert.Equal(id == "extend_trial", CeWait(walk) is not null);
    }

    [Fact]
    public void A_trial_that_is_resumed_after_its_end_is_to_be_decided_from_then_on()
    {
        var walk = SetUp().Does((r, now) => Asks(r, "suspend", Wren, now)).Does((r, now) => r.CompleteOperation("", Skye, now));
        walk.Later(TimeSpan.FromDays(60)).Does((r, now) => Asks(r, "resume", Wren, now)).Does((r, now) => r.CompleteOperation("", Skye, now));
        Assert.Equal((walk.Now, walk.Now.Date.AddDays(6)), CeWait(walk) is { } wait ? (wait.Since, wait.DueAt) : default);
    }

    [Fact]
    public async Task A_queue_that_is_open_when_a_trial_ends_shows_it_at_the_next_minute()
    {
        await StoreAsync(SetUp());
        Time.SetUtcNow(new DateTimeOffset(Over.AddMinutes(-1).AddSeconds(10)));
        var page = OpenQueue(Wren, "ce");
        Assert.Empty(Customers(page));
        Time.Advance(TimeSpan.FromMinutes(1));
        page.WaitForAssertion(() => Assert.Equal(["Pinwheel Aerospace"], Customers(page)));
    }

    private static RequestWalk SetUp() => TrialRunning().Does((r, now) => r.Accept(Wren, now)).Ticks(Wren).Does((r, now) => r.Complete(Wren, now));

    private static Wait? CeWait(RequestWalk walk) => Waiting.For(walk.Request, "ce", walk.Now);

    private Task<QueueLines> CeQueueAsync() => Services.GetRequiredService<QueueOfTeam>().ListAsync("ce", new QueueFilter());

    private Task<PersonalWork> WorkOfWrenAsync() => Services.GetRequiredService<WorkOfPerson>().OfAsync(Wren);

    private async Task<int> OpenOfWrenAsync() =>
        (await Services.GetRequiredService<TeamRoster>().OfAsync("ce")).Members.Single(member => member.PersonId == Wren.Id).Open;

    private async Task<RequestListItem> ListedAsync() =>
        (await Services.GetRequiredService<RequestList>().PageAsync(new RequestFilter("", [RequestState.Delivered], null, null, null, RequestOrder.Changed), null)).Items[0];
}
