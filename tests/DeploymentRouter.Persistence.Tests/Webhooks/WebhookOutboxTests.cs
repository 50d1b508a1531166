using System.Text.Json;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Privacy;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Persistence.Tests.Queues;
using DeploymentRouter.Persistence.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Tests.Webhooks;

public sealed class WebhookOutboxTests : IAsyncLifetime
{
    private readonly Office _office = new();
    private Hooks _hooks = null!;

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        _hooks = new Hooks(_office);
    }

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task What_happens_is_written_down_for_whoever_takes_it_in_its_order()
    {
        var all = await _hooks.MakeAsync();
        var some = await _hooks.MakeAsync("request.stage_started");
        var request = await _office.JointAsync("Larkspur Foundry");
        await _office.DoAsync(request, (r, now) => r.Comment("Hello.", Office.Ce, now));

        Assert.Equal(["request.filed", "request.decided", "request.stage_started", "request.assigned", "request.commented"], (await _hooks.DeliveriesAsync(all.Id)).Select(one => one.Type));
        Assert.Equal(["request.stage_started"], (await _hooks.DeliveriesAsync(some.Id)).Select(one => one.Type));
        // The same event has the same name, whoever is told.
        Assert.Equal((await _hooks.DeliveriesAsync(all.Id))[2].EventId, (await _hooks.DeliveriesAsync(some.Id))[0].EventId);
    }

    [Fact]
    public async Task A_message_says_what_happened_where_and_nothing_of_worth()
    {
        var hook = await _hooks.MakeAsync();
        var request = await _office.JointAsync("Larkspur Foundry");
        request = await _office.DoAsync(request, (r, now) => r.Comment("They pay 7,000,000.", Office.Ce, now));

        var body = (await _hooks.DeliveriesAsync(hook.Id))[^1].Body;
        Assert.DoesNotContain("Larkspur", body, StringComparison.Ordinal);
        Assert.DoesNotContain("7,000,000", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Wren", body, StringComparison.Ordinal);
        var message = JsonDocument.Parse(body).RootElement;
        Assert.Equal(["id", "type", "timestamp", "data"], message.EnumerateObject().Select(one => one.Name));
        Assert.Equal($"evt_{request.Id:N}_{request.Version}", message.GetProperty("id").GetString());
        Assert.Equal("wren", message.GetProperty("data").GetProperty("by").GetString());
        var about = message.GetProperty("data").GetProperty("request");
        Assert.Equal(
            ["id", "number", "reference", "version", "entry", "strategy", "stage", "team", "page", "api"], about.EnumerateObject().Select(one => one.Name));
        Assert.Equal((request.Number, request.Version, request.StrategyId, request.Current.Stage.Id, "ce"), (
            about.GetProperty("number").GetInt32(), about.GetProperty("version").GetInt32(), about.GetProperty("strategy").GetString(),
            about.GetProperty("stage").GetString(), about.GetProperty("team").GetString()));
        Assert.Equal($"https://router.example/requests/{request.Number}", about.GetProperty("page").GetString());
        Assert.Equal($"https://router.example/api/v1/requests/{request.Number}", about.GetProperty("api").GetString());
    }

    [Fact]
    public async Task Only_another_outcome_is_a_decision()
    {
        var hook = await _hooks.MakeAsync("request.decided", "request.answers_changed");
        var request = await _office.JointAsync("Larkspur Foundry");
        var none = new Dictionary<string, string>(StringComparer.Ordinal);
        request = await _office.DoAsync(request, (r, now) => r.ChangeAnswers(new Dictionary<string, Answer?> { ["users_full"] = new NumberAnswer(1_001) }, none, Office.Ce, now));
        await _office.DoAsync(request, (r, now) => r.ChangeAnswers(new Dictionary<string, Answer?> { ["code_host_reachability"] = new ChoiceAnswer("public") }, none, Office.Ce, now));

        Assert.Equal(
            ["request.decided", "request.answers_changed", "request.answers_changed", "request.decided"],
            (await _hooks.DeliveriesAsync(hook.Id)).Select(one => one.Type));
    }

    [Fact]
    public async Task A_send_back_begins_a_stage_under_a_name_of_its_own()
    {
        var request = await _office.InQualificationAsync("Larkspur Foundry");
        var hook = await _hooks.MakeAsync();
        await _office.DoAsync(request, (r, now) => r.SendBack("Look again.", [], [], Office.Ie, now));

        var told = await _hooks.DeliveriesAsync(hook.Id);
        Assert.Equal(["request.sent_back", "request.stage_started"], told.Take(2).Select(one => one.Type));
        Assert.Equal(told.Count, told.Select(one => one.EventId).Distinct().Count());
    }

    [Fact]
    public async Task What_is_not_stored_is_told_to_nobody()
    {
        var hook = await _hooks.MakeAsync("request.commented");
        var request = await _office.JointAsync("Larkspur Foundry");
        Assert.True(request.Comment("Hello.", Office.Ce, _office.Time.GetUtcNow().UtcDateTime).Succeeded);

        // What is written along fails after the outbox or before it: either way all of it goes.
        await Assert.ThrowsAsync<InvalidOperationException>(() => _office.Get<RequestStore>().SaveAsync(request, _ => throw new InvalidOperationException("The power is out.")));
        await using (var db = await _hooks.DbAsync()) await db.Database.ExecuteSqlAsync($"CREATE TRIGGER Broken BEFORE INSERT ON Follows BEGIN SELECT RAISE(ABORT, 'The power is out.'); END");
        await Assert.ThrowsAnyAsync<Exception>(() => _office.Get<RequestStore>().SaveAsync(request));
        Assert.Empty(await _hooks.DeliveriesAsync(hook.Id));
        Assert.Equal(request.Version - 1, (await _office.Get<RequestStore>().FindAsync(request.Id))!.Version);

        await using (var db = await _hooks.DbAsync()) await db.Database.ExecuteSqlAsync($"DROP TRIGGER Broken");
        Assert.True(await _office.Get<RequestStore>().SaveAsync(request));
        Assert.Single(await _hooks.DeliveriesAsync(hook.Id));
    }

    [Fact]
    public async Task Filters_and_pauses_keep_out_what_is_not_wanted()
    {
        var request = await _office.InQualificationAsync("Larkspur Foundry");
        var ie = await _hooks.MakeAsync(new WebhookWish("IE", "https://93.184.215.14/", [], TeamId: "ie"));
        var ce = await _hooks.MakeAsync(new WebhookWish("CE", "https://93.184.215.14/", [], TeamId: "ce"));
        var cloud = await _hooks.MakeAsync(new WebhookWish("Cloud", "https://93.184.215.14/", [], StrategyId: "cloud"));
        var paused = await _hooks.MakeAsync();
        Assert.NotNull((await _hooks.Desk.PauseAsync(paused.Id, Hooks.Admin)).Line);

        await _office.DoAsync(request, (r, now) => r.Comment("Hello.", Office.Ce, now));

        Assert.Single(await _hooks.DeliveriesAsync(ie.Id));
        Assert.Empty(await _hooks.DeliveriesAsync(ce.Id));
        Assert.Empty(await _hooks.DeliveriesAsync(cloud.Id));
        Assert.Empty(await _hooks.DeliveriesAsync(paused.Id));
    }

    [Fact]
    public async Task One_that_has_too_much_waiting_is_paused_and_the_audit_says_why()
    {
        var hook = await _hooks.MakeAsync();
        var request = await _office.JointAsync("Larkspur Foundry");
        await using (var db = await _hooks.DbAsync())
        {
            var most = WebhookSettings.MaxWaiting;
            await db.Database.ExecuteSqlAsync(
                $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {most}) INSERT INTO WebhookDeliveries(WebhookId, EventId, Type, At, RequestNumber, Version, Entry, ById, State, IsOnce, Attempts, NextAt) SELECT {hook.Id}, 'evt_' || i, 'ping', {DateTime.UtcNow}, 0, 0, 0, 'ada', 'Waiting', 0, 0, {DateTime.UtcNow} FROM n");
        }

        await _office.DoAsync(request, (r, now) => r.Comment("Hello.", Office.Ce, now));

        var line = await _hooks.LineAsync(hook.Id);
        Assert.Equal((WebhookState.Paused, "10,000 deliveries wait already."), (line.State, line.PausedWhy));
        await using var after = await _hooks.DbAsync();
        Assert.Contains("paused by itself", (await after.Audit.SingleAsync(row => row.Kind == "webhook-paused")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_it_removes_what_waits()
    {
        var hook = await _hooks.MakeAsync();
        await _office.JointAsync("Larkspur Foundry");
        Assert.True((await _hooks.Desk.RemoveAsync(hook.Id, Hooks.Admin)).Succeeded);

        await using var db = await _hooks.DbAsync();
        Assert.False(await db.WebhookDeliveries.AnyAsync());
        Assert.Equal(["webhook-made", "webhook-removed"], await db.Audit.Where(row => row.Area == "webhook").OrderBy(row => row.Id).Select(row => row.Kind).ToListAsync());
    }

    [Fact]
    public async Task Thirty_days_later_nobody_keeps_what_was_told()
    {
        var hook = await _hooks.MakeAsync();
        await _office.JointAsync("Larkspur Foundry");
        _office.Time.Advance(TimeSpan.FromDays(29));
        await _office.Get<Retention>().RunAsync(Hooks.Admin);
        Assert.NotEmpty(await _hooks.DeliveriesAsync(hook.Id));

        _office.Time.Advance(TimeSpan.FromDays(2));
        await _office.Get<Retention>().RunAsync(Hooks.Admin);
        Assert.Empty(await _hooks.DeliveriesAsync(hook.Id));
    }

    [Fact]
    public async Task Only_administrators_look_after_them()
    {
        var hook = await _hooks.MakeAsync();
        foreach (var refusal in new[]
        {
            (await _hooks.Desk.ListAsync(Office.Ce)).Refusal, (await _hooks.Desk.FindAsync(hook.Id, Office.Ce)).Refusal,
            (await _hooks.Desk.MakeAsync(new WebhookWish("Mine", "https://93.184.215.14/", []), Office.Ce)).Refusal,
            (await _hooks.Desk.ChangeAsync(hook.Id, null, new WebhookWish("Mine", "https://93.184.215.14/", []), Office.Ce)).Refusal,
            (await _hooks.Desk.PauseAsync(hook.Id, Office.Ce)).Refusal, (await _hooks.Desk.ResumeAsync(hook.Id, Office.Ce)).Refusal,
            (await _hooks.Desk.RotateAsync(hook.Id, Office.Ce)).Refusal, (await _hooks.Desk.RemoveAsync(hook.Id, Office.Ce)).Refusal,
            (await _hooks.Desk.PingAsync(hook.Id, Office.Ce)).Refusal, (await _hooks.Desk.SendAgainAsync(hook.Id, 1, Office.Ce)).Refusal,
            (await _hooks.Desk.DeliveriesAsync(hook.Id, null, null, Office.Ce)).Refusal,
        })
            Assert.Equal("NotAnAdministrator", refusal?.Name);
        Assert.Equal("Warehouse", (await _hooks.LineAsync(hook.Id)).Name);
    }

    [Fact]
    public async Task Who_saw_an_older_version_changes_nothing()
    {
        var hook = await _hooks.MakeAsync();
        var wish = new WebhookWish("Stock", "https://93.184.215.14/other", ["request.filed"]);
        Assert.Equal(2, (await _hooks.Desk.ChangeAsync(hook.Id, hook.Version, wish, Hooks.Admin)).Line!.Version);
        Assert.Equal("Overtaken", (await _hooks.Desk.ChangeAsync(hook.Id, hook.Version, wish with { Name = "Late" }, Hooks.Admin)).Refusal!.Name);
        Assert.Equal("Stock", (await _hooks.LineAsync(hook.Id)).Name);
        await using var db = await _hooks.DbAsync();
        Assert.DoesNotContain("/hook", string.Join(' ', await db.Audit.Select(row => row.Text).ToListAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", null, null, "WebhookNameInvalid")]
    [InlineData("A", "request.unheard", null, "EventUnknown")]
    [InlineData("A", null, "nobody", "TeamUnknown")]
    public async Task What_cannot_be_made_is_said(string name, string? type, string? team, string refusal) =>
        Assert.Equal(refusal, (await _hooks.Desk.MakeAsync(new WebhookWish(name, "https://93.184.215.14/", type is null ? [] : [type], team), Hooks.Admin)).Refusal?.Name);
}
