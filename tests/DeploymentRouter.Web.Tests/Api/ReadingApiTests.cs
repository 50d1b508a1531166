using System.Net;
using System.Text.Json;
using DeploymentRouter.Persistence.Requests;

namespace DeploymentRouter.Web.Tests.Api;

public sealed class ReadingApiTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Ce = "wren-lanternby";
    private const string Requests = "/api/v1/requests";

    [Fact]
    public async Task Whoever_has_the_latest_already_is_told_so()
    {
        using var api = await app.ApiAsync(Ce);
        foreach (var path in new[] { $"{Requests}/{RequestStore.FirstNumber}", Requests, "/api/v1/playbook", "/api/v1/me", $"{Requests}/{RequestStore.FirstNumber}/history" })
        {
            var tag = (await api.GetAsync(path)).Headers.ETag!.ToString();
            var again = await api.SendAsync(HttpMethod.Get, path, body: null, ("If-None-Match", tag));
            Assert.Equal((path, HttpStatusCode.NotModified, ""), (path, again.StatusCode, await again.Content.ReadAsStringAsync()));
            Assert.Equal(HttpStatusCode.OK, (await api.SendAsync(HttpMethod.Get, path, body: null, ("If-None-Match", "\"other\""))).StatusCode);
        }
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("customer")]
    [InlineData("due")]
    [InlineData("opened")]
    public async Task Following_next_meets_every_request_once_and_previous_leads_back(string sort)
    {
        using var api = await app.ApiAsync(Ce);
        var (seen, pages, next, previous) = (new List<int>(), 0, (string?)$"{Requests}?state=all&sort={sort}", (string?)null);
        while (next is not null)
        {
            var answer = await api.GetAsync(next);
            var page = await answer.JsonAsync();
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("number").GetInt32()));
            (pages, next, previous) = (pages + 1, page.GetProperty("next").GetString(), page.GetProperty("previous").GetString());
            Assert.Equal(next is not null, answer.Headers.TryGetValues("Link", out var links) && links.Single().Contains($"<{next}>; rel=\"next\"", StringComparison.Ordinal));
        }

        Assert.True(pages > 1, "There is one page only: this test proves nothing.");
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Contains(RequestStore.FirstNumber, seen);
        Assert.NotEmpty((await api.ReadAsync(previous!)).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Filters_are_those_of_the_page()
    {
        using var api = await app.ApiAsync(Ce);
        var cloud = await api.ReadAsync($"{Requests}?team=cloud");
        Assert.All(cloud.GetProperty("items").EnumerateArray(), item => Assert.Equal("cloud", item.GetProperty("ownerTeam").GetString()));
        var open = await api.ReadAsync($"{Requests}?strategy=undecided");
        Assert.All(open.GetProperty("items").EnumerateArray(), item => Assert.Equal(JsonValueKind.Null, item.GetProperty("strategy").ValueKind));
    }

    [Theory]
    [InlineData("state=lost", "FilterUnknown")]
    [InlineData("team=nobody", "FilterUnknown")]
    [InlineData("strategy=x", "FilterUnknown")]
    [InlineData("stage=x", "FilterUnknown")]
    [InlineData("sort=x", "FilterUnknown")]
    [InlineData("after=x", "CursorInvalid")]
    [InlineData("before=~", "CursorInvalid")]
    public async Task What_no_list_knows_is_said(string query, string refusal)
    {
        using var api = await app.ApiAsync(Ce);
        await (await api.GetAsync($"{Requests}?{query}")).RefusedAsync(HttpStatusCode.BadRequest, refusal);
    }

    [Fact]
    public async Task The_history_tells_each_act_as_the_page_does()
    {
        using var api = await app.ApiAsync(Ce);
        var at = (await api.SendAsync(HttpMethod.Post, Requests, Calling.NewRequest("Tern and Tallow"))).Headers.Location!.ToString();
        for (var i = 0; i < 60; i++) Assert.True((await api.SendAsync(HttpMethod.Post, $"{at}/acts/comment", new { text = $"Comment {i}" })).IsSuccessStatusCode);

        var page = await api.ReadAsync($"{at}/history");
        Assert.Equal(("Wren Lanternby commented.", "Comment 59"), (page.GetProperty("items")[0].GetProperty("sentence").GetString(), page.GetProperty("items")[0].GetProperty("said").GetString()));
        Assert.Equal("commented", page.GetProperty("items")[0].GetProperty("kinds")[0].GetString());
        var rest = await api.ReadAsync(page.GetProperty("next").GetString()!);
        Assert.StartsWith("Wren Lanternby filed the request", rest.GetProperty("items").EnumerateArray().Last().GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Null(rest.GetProperty("next").GetString());
        Assert.Equal(50, (await api.ReadAsync($"{at}/history?kind=comments")).GetProperty("items").GetArrayLength());
        await (await api.GetAsync($"{at}/history?kind=x")).RefusedAsync(HttpStatusCode.BadRequest, "FilterUnknown");
    }

    [Fact]
    public async Task The_relay_adds_up()
    {
        using var api = await app.ApiAsync(Ce);
        var relay = await api.ReadAsync($"{Requests}/{RequestStore.FirstNumber}/relay");
        Assert.Equal(relay.GetProperty("minutes").GetInt64(), relay.GetProperty("segments").EnumerateArray().Sum(segment => segment.GetProperty("minutes").GetInt64()));
    }

    [Fact]
    public async Task A_request_is_explained()
    {
        using var api = await app.ApiAsync(Ce);
        var json = await api.ReadAsync($"{Requests}/{RequestStore.FirstNumber}/explanation");
        Assert.NotEmpty(json.GetProperty("inShort").EnumerateArray());
        Assert.Equal(JsonValueKind.Object, json.GetProperty("explanation").ValueKind);
    }

    [Fact]
    public async Task A_program_reads_what_the_stage_wants_filled_in()
    {
        using var api = await app.ApiAsync(Ce);
        var requests = (await api.ReadAsync($"{Requests}?team=ce")).GetProperty("items").EnumerateArray().Select(line => line.GetProperty("number").GetInt32());
        var stages = new List<JsonElement>();
        foreach (var number in requests.Take(10)) stages.Add((await api.ReadAsync($"{Requests}/{number}")).GetProperty("stage"));
        var stage = stages.Find(one => one.GetProperty("fields").GetArrayLength() > 0);
        Assert.False(string.IsNullOrEmpty(stage.GetProperty("fields")[0].GetProperty("label").GetString()));
        Assert.False(string.IsNullOrEmpty(stage.GetProperty("completeLabel").GetString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/history")]
    [InlineData("/relay")]
    [InlineData("/explanation")]
    [InlineData("/readings")]
    [InlineData("/files")]
    [InlineData("/files/1")]
    public async Task What_is_not_there_is_said_everywhere(string below)
    {
        using var api = await app.ApiAsync(Ce);
        await (await api.GetAsync($"{Requests}/999999{below}")).RefusedAsync(HttpStatusCode.NotFound, "NotFound");
    }

    [Fact]
    public async Task A_request_is_followed_and_is_then_on_ones_page()
    {
        using var api = await app.ApiAsync("juniper-goldfinch");
        var at = $"{Requests}/{RequestStore.FirstNumber}/following";
        Assert.True((await (await api.SendAsync(HttpMethod.Put, at)).JsonAsync()).GetProperty("follows").GetBoolean());
        Assert.Contains((await api.ReadAsync("/api/v1/me/work")).GetProperty("followed").EnumerateArray(), item => item.GetProperty("number").GetInt32() == RequestStore.FirstNumber);
        Assert.False((await (await api.SendAsync(HttpMethod.Delete, at)).JsonAsync()).GetProperty("follows").GetBoolean());
        await (await api.SendAsync(HttpMethod.Put, $"{Requests}/999999/following")).RefusedAsync(HttpStatusCode.NotFound, "NotFound");
    }
}
