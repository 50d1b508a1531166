using System.Net;
using System.Text.Json;
using DeploymentRouter.Core.People;

namespace DeploymentRouter.Web.Tests.Api;

public sealed class PeopleApiTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string People = "/api/v1/people";
    private const string Quill = "quill-mossgate";
    private int _turn;

    [Fact]
    public async Task Somebody_is_invited_and_the_link_is_told_once()
    {
        using var api = await app.ApiAsync(Quill);
        var wish = new { name = "Isolde Marsh", email = "isolde@pebbleworks.example", team = "ie" };
        var invited = await api.SendAsync(HttpMethod.Post, People, wish, ("Idempotency-Key", "invitation-1"));
        Assert.Equal(HttpStatusCode.Created, invited.StatusCode);
        var json = await invited.JsonAsync();
        var person = json.GetProperty("person");
        var link = new Uri(json.GetProperty("link").GetString()!);
        Assert.Equal($"{People}/{person.GetProperty("id").GetString()}", invited.Headers.Location!.OriginalString);
        Assert.Equal(("ie", true, false), (person.GetProperty("team").GetString(), person.GetProperty("isInvited").GetBoolean(), person.GetProperty("isAdmin").GetBoolean()));
        Assert.Contains("Isolde Marsh", await app.CreateClient().GetStringAsync(link), StringComparison.Ordinal);

        await (await api.SendAsync(HttpMethod.Post, People, wish, ("Idempotency-Key", "invitation-1"))).RefusedAsync(HttpStatusCode.Conflict, "AnsweredOnce");
        await (await api.SendAsync(HttpMethod.Post, People, wish)).RefusedAsync(HttpStatusCode.UnprocessableEntity, "EmailTaken");
        Assert.False((await api.ReadAsync(invited.Headers.Location.OriginalString)).TryGetProperty("link", out _));

        var another = await (await api.SendAsync(HttpMethod.Post, $"{invited.Headers.Location.OriginalString}/link")).JsonAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await app.CreateClient().GetAsync(link)).StatusCode);
        Assert.Contains("Isolde Marsh", await app.CreateClient().GetStringAsync(another.GetProperty("link").GetString()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "a@pebbleworks.example", "ie", "NameInvalid")]
    [InlineData("Isolde Marsh", "nowhere", "ie", "EmailInvalid")]
    [InlineData("Isolde Marsh", "a@pebbleworks.example", null, "TeamMissing")]
    [InlineData("Isolde Marsh", "a@pebbleworks.example", "x", "TeamUnknown")]
    public async Task Who_cannot_be_invited_is_said(string name, string email, string? team, string refusal)
    {
        using var api = await app.ApiAsync(Quill);
        await (await api.SendAsync(HttpMethod.Post, People, new { name, email, team })).RefusedAsync(HttpStatusCode.UnprocessableEntity, refusal);
    }

    [Fact]
    public async Task Team_and_rights_are_changed_together_and_the_last_administrator_stays_one()
    {
        using var api = await app.ApiAsync(Quill);
        var at = await InvitedAsync(api);
        var changed = await DoneAsync(api, HttpMethod.Put, $"{at}/rights", new { team = "tam", isAdmin = false, ownsPlaybook = true });
        Assert.Equal(("tam", true), (changed.GetProperty("team").GetString(), changed.GetProperty("ownsPlaybook").GetBoolean()));
        var id = changed.GetProperty("id").GetString();
        Assert.Contains((await api.ReadAsync($"{People}?team=tam")).GetProperty("items").EnumerateArray(), one => one.GetProperty("id").GetString() == id);
        Assert.False(changed.GetProperty("isLead").GetBoolean());
        await DoneAsync(api, HttpMethod.Put, $"/api/v1/teams/tam/members/{id}/lead", new { isLead = true });
        Assert.True((await api.ReadAsync(at)).GetProperty("isLead").GetBoolean());

        await (await api.SendAsync(HttpMethod.Put, $"{People}/{Quill}/rights", new { team = "ie", isAdmin = false, ownsPlaybook = false })).RefusedAsync(HttpStatusCode.UnprocessableEntity, "LastAdministrator");
        await (await api.SendAsync(HttpMethod.Put, $"{at}/rights", new { team = (string?)null, isAdmin = false, ownsPlaybook = false })).RefusedAsync(HttpStatusCode.UnprocessableEntity, "TeamMissing");
        await (await api.SendAsync(HttpMethod.Put, $"{People}/nobody/rights", new { team = "ie", isAdmin = false, ownsPlaybook = false })).RefusedAsync(HttpStatusCode.NotFound, "NotFound");
    }

    [Fact]
    public async Task Who_is_shut_out_is_out_at_once_and_comes_in_again_without_the_tokens_from_before()
    {
        using var api = await app.ApiAsync(Quill);
        using var otis = await app.ApiAsync("otis-fernhollow");
        Assert.True((await DoneAsync(api, HttpMethod.Put, $"{People}/otis-fernhollow/disabled", new { isDisabled = true })).GetProperty("isDisabled").GetBoolean());
        Assert.Equal(HttpStatusCode.Unauthorized, (await otis.GetAsync("/api/v1/me")).StatusCode);
        await (await api.SendAsync(HttpMethod.Post, $"{People}/otis-fernhollow/link")).RefusedAsync(HttpStatusCode.UnprocessableEntity, "PersonDisabled");

        await DoneAsync(api, HttpMethod.Put, $"{People}/otis-fernhollow/disabled", new { isDisabled = false });
        Assert.Equal(HttpStatusCode.Unauthorized, (await otis.GetAsync("/api/v1/me")).StatusCode);
        using var again = await app.ApiAsync("otis-fernhollow");
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/api/v1/me")).StatusCode);
        await DoneAsync(api, HttpMethod.Delete, $"{People}/otis-fernhollow/tokens");
        Assert.Equal(HttpStatusCode.Unauthorized, (await again.GetAsync("/api/v1/me")).StatusCode);
        await (await api.SendAsync(HttpMethod.Put, $"{People}/{Quill}/disabled", new { isDisabled = true })).RefusedAsync(HttpStatusCode.UnprocessableEntity, "Yourself");
    }

    [Fact]
    public async Task Sessions_end_and_devices_are_forgotten()
    {
        using var api = await app.ApiAsync(Quill);
        var bram = app.Visitor();
        await RunningApp.SignInAsync(bram, "bram-copperkettle");
        Assert.Equal(HttpStatusCode.OK, (await bram.GetAsync("/my-work")).StatusCode);

        Assert.Equal(0, (await DoneAsync(api, HttpMethod.Delete, $"{People}/bram-copperkettle/sessions")).GetProperty("sessions").GetInt32());
        Assert.Equal(HttpStatusCode.Redirect, (await bram.GetAsync("/my-work")).StatusCode);
        Assert.Equal(0, (await DoneAsync(api, HttpMethod.Delete, $"{await InvitedAsync(api)}/devices")).GetProperty("signsInWith").GetProperty("passkeys").GetInt32());
        await (await api.SendAsync(HttpMethod.Delete, $"{People}/bram-copperkettle/devices")).RefusedAsync(HttpStatusCode.UnprocessableEntity, "NoAccount");
    }

    [Fact]
    public async Task Accounts_are_named_whole()
    {
        using var api = await app.ApiAsync(Quill);
        var named = await DoneAsync(api, HttpMethod.Put, $"{People}/juniper-goldfinch/accounts", new { names = new[] { " Meridian  Aviary", "Foxglove Freight", "" } });
        Assert.Equal(["Meridian Aviary", "Foxglove Freight"], named.GetProperty("accounts").EnumerateArray().Select(name => name.GetString()));
        await (await api.SendAsync(HttpMethod.Put, $"{People}/juniper-goldfinch/accounts", new { names = Enumerable.Range(0, 501).Select(i => $"Account {i}") })).RefusedAsync(HttpStatusCode.UnprocessableEntity, "AccountsInvalid");
        await (await api.SendAsync(HttpMethod.Put, $"{People}/nobody/accounts", new { names = new[] { "A" } })).RefusedAsync(HttpStatusCode.NotFound, "NotFound");
        Assert.Equal(2, (await api.ReadAsync($"{People}/juniper-goldfinch")).GetProperty("accounts").GetArrayLength());
        Assert.Empty((await DoneAsync(api, HttpMethod.Put, $"{People}/juniper-goldfinch/accounts", new { names = Array.Empty<string>() })).GetProperty("accounts").EnumerateArray());
    }

    [Fact]
    public async Task Nobody_else_reads_or_changes_anybody_and_the_scope_must_reach()
    {
        using var sales = await app.ApiAsync("juniper-goldfinch");
        // Whether there is such a person is told to administrators only.
        foreach (var person in new[] { "bram-copperkettle", "nobody" })
            await (await sales.GetAsync($"{People}/{person}")).RefusedAsync(HttpStatusCode.Forbidden, "NotAnAdministrator");
        using var narrow = await app.ApiAsync(Quill, TokenScope.Read, TokenScope.Act, TokenScope.Import, TokenScope.Publish);
        await (await narrow.GetAsync($"{People}/{Quill}")).RefusedAsync(HttpStatusCode.Forbidden, "TokenScopeTooNarrow");
        using var api = await app.ApiAsync(Quill);
        await (await api.GetAsync($"{People}/nobody")).RefusedAsync(HttpStatusCode.NotFound, "NotFound");
        var tag = (await api.GetAsync($"{People}/{Quill}")).Headers.ETag!.ToString();
        Assert.Equal(HttpStatusCode.NotModified, (await api.SendAsync(HttpMethod.Get, $"{People}/{Quill}", null, ("If-None-Match", tag))).StatusCode);
    }

    private async Task<string> InvitedAsync(HttpClient api) => (await api.SendAsync(
        HttpMethod.Post, People, new { name = "Rowan Thistle", email = $"rowan-{_turn++}-{Guid.NewGuid():N}@pebbleworks.example", team = "ie" })).Headers.Location!.OriginalString;

    private static async Task<JsonElement> DoneAsync(HttpClient api, HttpMethod method, string path, object? body = null)
    {
        var answer = await api.SendAsync(method, path, body);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.JsonAsync();
    }
}
