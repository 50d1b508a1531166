using System.Net;
using DeploymentRouter.Core.People;

namespace DeploymentRouter.Web.Tests.Api;

public sealed class DraftsApiTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Drafts = "/api/v1/drafts";

    [Fact]
    public async Task A_draft_is_begun_filled_in_and_sent_once()
    {
        using var api = await app.ApiAsync("wren-lanternby");
        var begun = await api.SendAsync(HttpMethod.Post, Drafts);
        Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
        var at = begun.Headers.Location!.ToString();
        Assert.Contains((await api.ReadAsync(at)).GetProperty("problems").EnumerateArray(), problem => problem.GetProperty("field").GetString() == "customer.name");
        await (await api.SendAsync(HttpMethod.Post, $"{at}/send")).RefusedAsync(HttpStatusCode.UnprocessableEntity, "IntakeIncomplete");

        var changed = await ChangeAsync(api, at, ("customer.name", "Sorrel Observatory"), ("customer.engagement", "trial"), ("answer.users_full", "40"));
        Assert.Empty((await changed.JsonAsync()).GetProperty("problems").EnumerateArray());
        Assert.Contains((await api.ReadAsync(Drafts)).GetProperty("items").EnumerateArray(), draft => draft.GetProperty("customer").GetString() == "Sorrel Observatory");

        var sent = await api.SendAsync(HttpMethod.Post, $"{at}/send");
        var again = await api.SendAsync(HttpMethod.Post, $"{at}/send");
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (sent.StatusCode, again.StatusCode));
        Assert.Equal((await sent.JsonAsync()).GetProperty("number").GetInt32(), (await again.JsonAsync()).GetProperty("number").GetInt32());
        await (await ChangeAsync(api, at, ("customer.name", "Too late"))).RefusedAsync(HttpStatusCode.NotFound, "NotFound");
    }

    [Fact]
    public async Task When_a_field_changed_since_none_is_stored()
    {
        using var api = await app.ApiAsync("wren-lanternby");
        var at = (await api.SendAsync(HttpMethod.Post, Drafts)).Headers.Location!.ToString();
        var seen = (await api.GetAsync(at)).Headers.ETag!.Tag;
        await ChangeAsync(api, at, ("customer.name", "First"));

        var late = await api.SendAsync(HttpMethod.Patch, at, new { fields = new Dictionary<string, string> { ["customer.name"] = "Second", ["customer.notes"] = "Not kept" } }, ("If-Match", seen));
        await late.RefusedAsync(HttpStatusCode.PreconditionFailed, "Overtaken");
        var fields = (await api.ReadAsync(at)).GetProperty("fields");
        Assert.Equal(("First", false), (fields.GetProperty("customer.name").GetString(), fields.TryGetProperty("customer.notes", out _)));
        await (await ChangeAsync(api, at, ("customer.shoe_size", "9"))).RefusedAsync(HttpStatusCode.UnprocessableEntity, "UnknownField");
        await (await ChangeAsync(api, at, ("customer.notes", new string('x', 20_001)))).RefusedAsync(HttpStatusCode.UnprocessableEntity, "TextTooLong");
        Assert.Equal(HttpStatusCode.NoContent, (await api.DeleteAsync(at)).StatusCode);
    }

    [Fact]
    public async Task Another_ones_draft_is_not_even_known_of()
    {
        using var wren = await app.ApiAsync("wren-lanternby");
        using var otis = await app.ApiAsync("otis-fernhollow");
        var at = (await wren.SendAsync(HttpMethod.Post, Drafts)).Headers.Location!.ToString();
        await ChangeAsync(wren, at, ("customer.name", "Secret Kiln"));

        Assert.DoesNotContain("Secret Kiln", await otis.GetStringAsync(Drafts), StringComparison.Ordinal);
        foreach (var (method, path) in new[] { (HttpMethod.Get, at), (HttpMethod.Patch, at), (HttpMethod.Delete, at), (HttpMethod.Post, $"{at}/send") })
        {
            var theirs = await otis.SendAsync(method, path, method == HttpMethod.Patch ? new { fields = new { } } : null);
            var nobodys = await otis.SendAsync(method, path.Replace(at[(Drafts.Length + 1)..], Guid.NewGuid().ToString(), StringComparison.Ordinal), method == HttpMethod.Patch ? new { fields = new { } } : null);
            Assert.Equal((HttpStatusCode.NotFound, "There is no such draft."), (theirs.StatusCode, (await theirs.JsonAsync()).GetProperty("detail").GetString()));
            Assert.Equal((HttpStatusCode.NotFound, "There is no such draft."), (nobodys.StatusCode, (await nobodys.JsonAsync()).GetProperty("detail").GetString()));
        }

        Assert.Equal("Secret Kiln", (await wren.ReadAsync(at)).GetProperty("fields").GetProperty("customer.name").GetString());
    }

    [Fact]
    public async Task Whoever_files_nothing_begins_no_draft()
    {
        using var sales = await app.ApiAsync("juniper-goldfinch");
        await (await sales.SendAsync(HttpMethod.Post, Drafts)).RefusedAsync(HttpStatusCode.Forbidden, "NotYourAct");
        using var reader = await app.ApiAsync("wren-lanternby", TokenScope.Read);
        await (await reader.SendAsync(HttpMethod.Post, Drafts)).RefusedAsync(HttpStatusCode.Forbidden, "TokenScopeTooNarrow");
    }

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient api, string at, params (string Key, string Text)[] fields) =>
        api.SendAsync(HttpMethod.Patch, at, new { fields = fields.ToDictionary(field => field.Key, field => field.Text) });
}
