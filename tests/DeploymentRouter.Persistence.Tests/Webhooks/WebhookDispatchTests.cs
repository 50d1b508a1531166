using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Persistence.Tests.Queues;
using DeploymentRouter.Persistence.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Tests.Webhooks;

public sealed class WebhookDispatchTests : IAsyncLifetime
{
    private const int Ok = 204;
    private readonly Office _office = new();
    private Hooks _hooks = null!;
    private WebhookLine _hook = null!;

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        _hooks = new Hooks(_office);
        _hook = await _hooks.MakeAsync("request.commented");
    }

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task What_fails_is_tried_ten_times_over_three_days_and_then_given_up()
    {
        await CommentAsync(1);
        var began = _office.Time.GetUtcNow();
        var waits = new List<TimeSpan>();
        while (await _hooks.TryAsync(_hook.Id, 503) is not null)
        {
            var one = Assert.Single(await _hooks.DeliveriesAsync(_hook.Id));
            if (one.NextAt is not { } next) break;
            waits.Add(next - _office.Time.GetUtcNow().UtcDateTime);
            Assert.Null(await _hooks.Dispatch.NextAsync(_hook.Id));
            _office.Time.Advance(waits[^1]);
        }

        var given = Assert.Single(await _hooks.DeliveriesAsync(_hook.Id));
        Assert.Equal((DeliveryState.GivenUp, 10, 503), (given.State, given.Attempts, given.Status));
        Assert.Empty(await _hooks.Dispatch.DueAsync());
        double[] seconds = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];
        Assert.Equal(seconds.Length, waits.Count);
        Assert.All(waits.Zip(seconds), pair => Assert.InRange(pair.First.TotalSeconds, pair.Second, pair.Second * 1.2));
        Assert.InRange((_office.Time.GetUtcNow() - began).TotalDays, 3, 4);
    }

    [Fact]
    public async Task One_after_the_other_and_a_short_failure_changes_no_order()
    {
        await CommentAsync(2);
        var ids = (await _hooks.DeliveriesAsync(_hook.Id)).Select(one => one.EventId).ToList();

        Assert.Equal(ids[0], await _hooks.TryAsync(_hook.Id, null));
        Assert.Null(await _hooks.TryAsync(_hook.Id, Ok));
        Assert.Equal(WebhookState.Failing, (await _hooks.LineAsync(_hook.Id)).State);
        _office.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(ids[0], await _hooks.TryAsync(_hook.Id, Ok));
        Assert.Equal(ids[1], await _hooks.TryAsync(_hook.Id, Ok));
        Assert.Null(await _hooks.TryAsync(_hook.Id, Ok));
        Assert.Equal((WebhookState.Healthy, 0), ((await _hooks.LineAsync(_hook.Id)).State, (await _hooks.LineAsync(_hook.Id)).Waiting));
    }

    [Fact]
    public async Task One_that_keeps_failing_steps_aside_and_blocks_nobody()
    {
        await CommentAsync(2);
        var ids = (await _hooks.DeliveriesAsync(_hook.Id)).Select(one => one.EventId).ToList();
        for (var attempt = 0; attempt < WebhookSchedule.TriesInOrder; attempt++)
        {
            Assert.Equal(ids[0], await _hooks.TryAsync(_hook.Id, 500));
            if (attempt < WebhookSchedule.TriesInOrder - 1) _office.Time.Advance(TimeSpan.FromMinutes(6));
        }

        Assert.Equal(ids[1], await _hooks.TryAsync(_hook.Id, Ok));
        // It failed for longer than a moment and the receiver is back: what waits is due.
        Assert.Equal(ids[0], await _hooks.TryAsync(_hook.Id, Ok));
    }

    [Fact]
    public async Task A_restart_goes_on_where_it_was_and_sends_anew_what_was_on_its_way()
    {
        await CommentAsync(1);
        var first = (await _hooks.Dispatch.NextAsync(_hook.Id))!;
        // The process ends here: nothing of the try is recorded.
        var second = (await _hooks.Dispatch.NextAsync(_hook.Id))!;
        Assert.Equal((first.EventId, first.Body), (second.EventId, second.Body));

        await _hooks.Dispatch.RecordAsync(second, new WebhookAnswer(500, null));
        _office.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal([_hook.Id], await _hooks.Dispatch.DueAsync());
        Assert.Equal(1, (await _hooks.DeliveriesAsync(_hook.Id))[0].Attempts);
    }

    [Fact]
    public async Task Five_days_of_failures_pause_it_and_say_so()
    {
        await CommentAsync(1);
        await _hooks.TryAsync(_hook.Id, 500);
        _office.Time.Advance(TimeSpan.FromDays(4.9));
        await _hooks.TryAsync(_hook.Id, 500);
        Assert.Equal(WebhookState.Failing, (await _hooks.LineAsync(_hook.Id)).State);
        _office.Time.Advance(TimeSpan.FromDays(0.2));
        await _hooks.TryAsync(_hook.Id, 500);

        var line = await _hooks.LineAsync(_hook.Id);
        Assert.Equal((WebhookState.Paused, "For five days no delivery has succeeded."), (line.State, line.PausedWhy));
        _office.Time.Advance(TimeSpan.FromDays(3));
        Assert.Null(await _hooks.Dispatch.NextAsync(_hook.Id));
        await using var db = await _hooks.DbAsync();
        Assert.Equal("", (await db.Audit.SingleAsync(row => row.Kind == "webhook-paused")).ById);

        Assert.Equal(WebhookState.New, (await _hooks.Desk.ResumeAsync(_hook.Id, Hooks.Admin)).Line!.State);
        Assert.NotNull(await _hooks.TryAsync(_hook.Id, Ok));
    }

    [Fact]
    public async Task A_receiver_that_is_gone_is_told_nothing_more()
    {
        await CommentAsync(2);
        await _hooks.TryAsync(_hook.Id, 410);

        var line = await _hooks.LineAsync(_hook.Id);
        Assert.Equal((WebhookState.Paused, "The receiver answered 410: it is gone for good."), (line.State, line.PausedWhy));
        Assert.Equal([DeliveryState.GivenUp, DeliveryState.Waiting], (await _hooks.DeliveriesAsync(_hook.Id)).Select(one => one.State));
        Assert.Null(await _hooks.Dispatch.NextAsync(_hook.Id));
    }

    [Fact]
    public async Task A_receiver_may_ask_for_more_time_but_not_for_less()
    {
        await CommentAsync(1);
        await _hooks.Dispatch.RecordAsync((await _hooks.Dispatch.NextAsync(_hook.Id))!, new WebhookAnswer(503, null, TimeSpan.FromHours(1)));
        Assert.Equal(_office.Time.GetUtcNow().UtcDateTime.AddHours(1), (await _hooks.DeliveriesAsync(_hook.Id))[0].NextAt);
        _office.Time.Advance(TimeSpan.FromHours(1));
        await _hooks.Dispatch.RecordAsync((await _hooks.Dispatch.NextAsync(_hook.Id))!, new WebhookAnswer(429, null, TimeSpan.Zero));
        Assert.True((await _hooks.DeliveriesAsync(_hook.Id))[0].NextAt > _office.Time.GetUtcNow().UtcDateTime.AddMinutes(4));
    }

    [Fact]
    public async Task A_test_goes_first_also_where_it_is_paused_and_is_tried_once()
    {
        await CommentAsync(1);
        await _hooks.Desk.PauseAsync(_hook.Id, Hooks.Admin);
        var (ping, _) = await _hooks.Desk.PingAsync(_hook.Id, Hooks.Admin);
        Assert.Equal(ping!.EventId, (await _hooks.Desk.PingAsync(_hook.Id, Hooks.Admin)).Delivery!.EventId);

        Assert.Equal(ping.EventId, await _hooks.TryAsync(_hook.Id, 500));
        Assert.Null(await _hooks.TryAsync(_hook.Id, Ok));
        Assert.Equal(DeliveryState.GivenUp, (await _hooks.DeliveriesAsync(_hook.Id))[^1].State);
    }

    [Fact]
    public async Task One_that_was_sent_is_sent_again_under_the_same_name()
    {
        await CommentAsync(1);
        var id = await _hooks.TryAsync(_hook.Id, Ok);
        var sent = Assert.Single(await _hooks.DeliveriesAsync(_hook.Id));
        Assert.Null(await _hooks.TryAsync(_hook.Id, Ok));

        Assert.Equal(DeliveryState.Waiting, (await _hooks.Desk.SendAgainAsync(_hook.Id, sent.Id, Hooks.Admin)).Delivery!.State);
        Assert.Equal(id, await _hooks.TryAsync(_hook.Id, Ok));
        Assert.Equal(2, Assert.Single(await _hooks.DeliveriesAsync(_hook.Id)).Attempts);
        Assert.Equal("NoSuchDelivery", (await _hooks.Desk.SendAgainAsync(Guid.NewGuid(), sent.Id, Hooks.Admin)).Refusal!.Name);
    }

    [Fact]
    public async Task Both_secrets_sign_for_a_day_after_a_rotation()
    {
        await CommentAsync(1);
        var (made, _) = await _hooks.Desk.RotateAsync(_hook.Id, Hooks.Admin);
        var both = (await _hooks.Dispatch.NextAsync(_hook.Id))!;
        Assert.Equal(2, both.Sign(1).Split(' ').Length);
        Assert.Equal(WebhookSecret.Sign(made!.Secret, both.EventId, 1, both.Body), both.Sign(1).Split(' ')[0]);

        _office.Time.Advance(WebhookDesk.Overlap + TimeSpan.FromSeconds(1));
        Assert.DoesNotContain(' ', (await _hooks.Dispatch.NextAsync(_hook.Id))!.Sign(1));
    }

    private async Task CommentAsync(int times)
    {
        var request = await _office.JointAsync("Larkspur Foundry");
        for (var time = 0; time < times; time++) request = await _office.DoAsync(request, (r, now) => r.Comment("Hello.", Office.Ce, now));
    }
}
