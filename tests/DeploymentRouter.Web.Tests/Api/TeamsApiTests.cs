using System.Net;
using System.Text.Json;
using DeploymentRouter.Core.People;

namespace DeploymentRouter.Web.Tests.Api;

public sealed class TeamsApiTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Ie = "/api/v1/teams/ie";
    private const string Bram = Ie + "/members/bram-copperkettle";

    [Fact]
    public async Task People_and_teams_are_listed()
    {
        using var api = await app.ApiAsync("juniper-goldfinch");
        var people = (await api.ReadAsync("/api/v1/people")).GetProperty("items").EnumerateArray().Select(person => person.GetProperty("id").GetString()).ToList();
        Assert.Contains("bram-copperkettle", people);
        Assert.DoesNotContain("bram-copperkettle", (await api.ReadAsync("/api/v1/people?after=bram-copperkettle")).GetProperty("items").EnumerateArray().Select(person => person.GetProperty("id").GetString()));
        Assert.All((await api.ReadAsync("/api/v1/people?team=ie")).GetProperty("items").EnumerateArray(), person => Assert.Equal("ie", person.GetProperty("team").GetString()));
        Assert.Contains((await api.ReadAsync("/api/v1/teams")).GetProperty("items").EnumerateArray(), team => team.GetProperty("id").GetString() == "ie");
        await (await api.GetAsync("/api/v1/people?team=x")).RefusedAsync(HttpStatusCode.BadRequest, "FilterUnknown");
        await (await api.GetAsync("/api/v1/teams/x")).RefusedAsync(HttpStatusCode.NotFound, "NotFound");
    }

    [Fact]
    public async Task An_administrator_changes_how_a_team_works()
    {
        using var api = await app.ApiAsync("quill-mossgate");
        Assert.True((await ChangedAsync(api, HttpMethod.Put, $"{Ie}/automatic", new { isAutomatic = true })).GetProperty("isAutomatic").GetBoolean());
        Assert.Equal(3, Member(await ChangedAsync(api, HttpMethod.Put, $"{Bram}/capacity", new { requests = 3 })).GetProperty("capacity").GetInt32());
        Assert.True(Member(await ChangedAsync(api, HttpMethod.Put, $"{Bram}/lead", new { isLead = true })).GetProperty("isLead").GetBoolean());
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var away = Member(await ChangedAsync(api, HttpMethod.Post, $"{Bram}/absences", new { from = today, to = today.AddDays(2) })).GetProperty("absences")[0];
        Assert.Empty(Member(await ChangedAsync(api, HttpMethod.Delete, $"{Bram}/absences/{away.GetProperty("id").GetString()}", null)).GetProperty("absences").EnumerateArray());

        await (await api.SendAsync(HttpMethod.Put, $"{Bram}/capacity", new { requests = 201 })).RefusedAsync(HttpStatusCode.UnprocessableEntity, "CapacityInvalid");
        await (await api.SendAsync(HttpMethod.Put, $"{Ie}/members/nobody/capacity", new { requests = 2 })).RefusedAsync(HttpStatusCode.UnprocessableEntity, "NotAMember");
        await (await api.SendAsync(HttpMethod.Post, $"{Bram}/absences", new { from = today, to = today.AddDays(-1) })).RefusedAsync(HttpStatusCode.UnprocessableEntity, "AbsenceInvalid");
    }

    [Fact]
    public async Task Nobody_else_changes_it()
    {
        using var sales = await app.ApiAsync("juniper-goldfinch");
        await (await sales.SendAsync(HttpMethod.Put, $"{Ie}/automatic", new { isAutomatic = true })).RefusedAsync(HttpStatusCode.Forbidden, "NotTheLead");
        await (await sales.SendAsync(HttpMethod.Put, $"{Bram}/lead", new { isLead = true })).RefusedAsync(HttpStatusCode.Forbidden, "NotAnAdministrator");
        using var narrow = await app.ApiAsync("quill-mossgate", TokenScope.Read, TokenScope.Act);
        await (await narrow.SendAsync(HttpMethod.Put, $"{Ie}/automatic", new { isAutomatic = true })).RefusedAsync(HttpStatusCode.Forbidden, "TokenScopeTooNarrow");
    }

    private static async Task<JsonElement> ChangedAsync(HttpClient api, HttpMethod method, string path, object? body)
    {
        var answer = await api.SendAsync(method, path, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    private static JsonElement Member(JsonElement team) =>
        team.GetProperty("members").EnumerateArray().Single(member => member.GetProperty("id").GetString() == "bram-copperkettle");
}
