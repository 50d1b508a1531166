using System.Net;
using System.Text.Json;

namespace DeploymentRouter.Web.Tests.Api;

public sealed class QueuesApiTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task Queues_are_counted_and_read()
    {
        using var api = await app.ApiAsync("bram-copperkettle");
        var counted = (await api.ReadAsync("/api/v1/queues")).GetProperty("items").EnumerateArray().Single(queue => queue.GetProperty("team").GetString() == "ie");
        var queue = await api.ReadAsync("/api/v1/queues/ie");

        Assert.Equal(counted.GetProperty("waiting").GetInt32(), queue.GetProperty("items").GetArrayLength());
        var score = queue.GetProperty("items")[0].GetProperty("score");
        Assert.Equal(score.GetProperty("points").GetInt32(), score.GetProperty("parts").EnumerateArray().Sum(part => part.GetProperty("points").GetInt32()));
        Assert.Equal(JsonValueKind.Null, (await api.ReadAsync("/api/v1/queues/cloud")).GetProperty("items")[0].GetProperty("score").ValueKind);
    }

    [Fact]
    public async Task What_a_score_is_made_of_is_not_shown_to_whoever_sees_no_revenue()
    {
        using var api = await app.ApiAsync("skye-nimbus");
        var queue = await api.ReadAsync("/api/v1/queues/ie");
        Assert.All(queue.GetProperty("items").EnumerateArray(), line => Assert.Equal(JsonValueKind.Null, line.GetProperty("score").ValueKind));
    }

    [Fact]
    public async Task A_queue_is_filtered_and_goes_on_after_a_line()
    {
        using var api = await app.ApiAsync("bram-copperkettle");
        Assert.All((await api.ReadAsync("/api/v1/queues/ie?assignee=nobody")).GetProperty("items").EnumerateArray(), line => Assert.Equal(JsonValueKind.Null, line.GetProperty("assignee").ValueKind));
        Assert.All((await api.ReadAsync("/api/v1/queues/ie?assignee=me")).GetProperty("items").EnumerateArray(), line => Assert.Equal("bram-copperkettle", line.GetProperty("assignee").GetProperty("id").GetString()));
        await (await api.GetAsync("/api/v1/queues/ie?hold=maybe")).RefusedAsync(HttpStatusCode.BadRequest, "FilterUnknown");
        await (await api.GetAsync("/api/v1/queues/ie?stage=nowhere")).RefusedAsync(HttpStatusCode.BadRequest, "FilterUnknown");
        await (await api.GetAsync("/api/v1/queues/nobody")).RefusedAsync(HttpStatusCode.NotFound, "NotFound");
        await (await api.GetAsync("/api/v1/queues/ie?after=x")).RefusedAsync(HttpStatusCode.BadRequest, "CursorInvalid");
    }

    [Fact]
    public async Task A_team_says_how_much_it_can_take_and_nobody_else_does()
    {
        using var ie = await app.ApiAsync("bram-copperkettle");
        var said = await (await ie.SendAsync(HttpMethod.Put, "/api/v1/queues/ie/bandwidth", new { requests = 2 })).JsonAsync();
        Assert.Equal((2, "Bram Copperkettle"), (said.GetProperty("items")[0].GetProperty("requests").GetInt32(), said.GetProperty("items")[0].GetProperty("by").GetString()));
        Assert.Equal(2, (await ie.ReadAsync("/api/v1/queues/ie")).GetProperty("bandwidth").GetInt32());
        Assert.Equal(2, (await ie.ReadAsync("/api/v1/queues/ie/bandwidth")).GetProperty("items")[0].GetProperty("requests").GetInt32());

        await (await ie.SendAsync(HttpMethod.Put, "/api/v1/queues/ie/bandwidth", new { requests = -1 })).RefusedAsync(HttpStatusCode.UnprocessableEntity, "BandwidthInvalid");
        await (await ie.SendAsync(HttpMethod.Put, "/api/v1/queues/cloud/bandwidth", new { requests = 1 })).RefusedAsync(HttpStatusCode.Forbidden, "NotYourAct");
        await (await ie.SendAsync(HttpMethod.Put, "/api/v1/queues/nobody/bandwidth", new { requests = 1 })).RefusedAsync(HttpStatusCode.NotFound, "NotFound");
    }

    [Fact]
    public async Task The_caller_reads_who_they_are_and_what_they_have_to_do_with()
    {
        using var api = await app.ApiAsync("bram-copperkettle", Core.People.TokenScope.Read);
        var me = await api.ReadAsync("/api/v1/me");
        Assert.Equal(("bram-copperkettle", "ie"), (me.GetProperty("person").GetProperty("id").GetString(), me.GetProperty("team").GetString()));
        Assert.Equal(["read"], me.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
        Assert.Contains("see-commercial", me.GetProperty("rights").EnumerateArray().Select(right => right.GetString()));

        var work = await api.ReadAsync("/api/v1/me/work");
        Assert.All(work.GetProperty("assigned").EnumerateArray(), line => Assert.Equal("bram-copperkettle", line.GetProperty("assignee").GetProperty("id").GetString()));
    }

    [Fact]
    public async Task The_radar_is_read_a_page_at_a_time()
    {
        using var api = await app.ApiAsync("hazel-evergreen");
        var radar = await api.ReadAsync("/api/v1/growth");
        Assert.NotEmpty(radar.GetProperty("items").EnumerateArray());
        var number = radar.GetProperty("items")[0].GetProperty("number").GetInt32();
        var outlook = radar.GetProperty("items")[0].GetProperty("outlook");
        Assert.Equal(outlook.ToString(), (await api.ReadAsync($"/api/v1/requests/{number}")).GetProperty("growth").ToString());
        Assert.Equal(outlook.ToString(), (await api.ReadAsync($"/api/v1/requests/{number}/readings")).GetProperty("outlook").ToString());
        Assert.True((await api.ReadAsync("/api/v1/growth?who=mine")).GetProperty("total").GetInt32() <= radar.GetProperty("total").GetInt32());
        await (await api.GetAsync("/api/v1/growth?who=x")).RefusedAsync(HttpStatusCode.BadRequest, "FilterUnknown");
        await (await api.GetAsync("/api/v1/growth?page=x")).RefusedAsync(HttpStatusCode.BadRequest, "BadRequest");
    }
}
