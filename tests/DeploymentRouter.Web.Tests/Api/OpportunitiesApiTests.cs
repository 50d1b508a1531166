using System.Net;
using System.Net.Http.Json;
using System.Text;
using DeploymentRouter.Core.People;

namespace DeploymentRouter.Web.Tests.Api;

public sealed class OpportunitiesApiTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Root = "/api/v1/opportunities";
    private const string Sales = "juniper-goldfinch";

    [Fact]
    public async Task What_is_handed_in_is_read_back_and_the_newer_stays()
    {
        using var api = await app.ApiAsync(Sales);
        var body = new { account = "Moss & Lantern", source = "Salesbook", asOf = "2026-03-02", link = "https://sales.example/1", arrUsd = 250000, answers = new { users_full = 300 } };
        var first = await api.PutAsJsonAsync($"{Root}/OPP-1%2F2", body);
        Assert.Equal((HttpStatusCode.Created, $"{Root}/OPP-1%2F2"), (first.StatusCode, first.Headers.Location!.OriginalString));
        Assert.Equal(HttpStatusCode.OK, (await api.PutAsJsonAsync($"{Root}/OPP-1%2F2", body with { arrUsd = 300000, asOf = "2026-03-03" })).StatusCode);
        var older = await api.PutAsJsonAsync($"{Root}/OPP-1%2F2", body);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "NewerIsKnown"), (older.StatusCode, await older.RefusalAsync()));

        var fields = (await (await api.GetAsync($"{Root}/OPP-1%2F2")).JsonAsync()).GetProperty("fields");
        Assert.Equal(("300000", "300"), (fields.GetProperty("customer.arr").GetString(), fields.GetProperty("answer.users_full").GetString()));
    }

    [Theory]
    [InlineData("""{"account":"","source":"S","asOf":"2026-03-02"}""", HttpStatusCode.UnprocessableEntity, "OpportunityInvalid")]
    [InlineData("""{"account":"A","source":"","asOf":"2026-03-02"}""", HttpStatusCode.UnprocessableEntity, "SourceInvalid")]
    [InlineData("""{"account":"A","source":"S\u0000","asOf":"2026-03-02"}""", HttpStatusCode.UnprocessableEntity, "SourceInvalid")]
    [InlineData("""{"account":"A","source":"S","asOf":"2999-01-01"}""", HttpStatusCode.UnprocessableEntity, "AsOfInvalid")]
    [InlineData("""{"account":"A","source":"S","asOf":"2026-03-02","link":"javascript:alert(1)"}""", HttpStatusCode.UnprocessableEntity, "OpportunityInvalid")]
    [InlineData("""{"account":"A","source":"S","asOf":"2026-03-02","answers":{"no_such":1}}""", HttpStatusCode.UnprocessableEntity, "UnknownQuestion")]
    [InlineData("""{"account":"A","source":"S","asOf":"2 March"}""", HttpStatusCode.BadRequest, "BadRequest")]
    [InlineData("""{"account":"A","source":"S"}""", HttpStatusCode.BadRequest, "BadRequest")]
    public async Task What_cannot_be_taken_is_said(string body, HttpStatusCode status, string refusal)
    {
        using var api = await app.ApiAsync(Sales);
        var answer = await api.PutAsync($"{Root}/BAD-1", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal((status, refusal), (answer.StatusCode, await answer.RefusalAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync($"{Root}/BAD-1")).StatusCode);
    }

    [Fact]
    public async Task Many_at_once_are_taken_or_refused_each_by_itself()
    {
        using var api = await app.ApiAsync(Sales);
        var answer = await api.PostAsJsonAsync(Root, new[]
        {
            new { externalId = "MANY-1", opportunity = new { account = "A", source = "S", asOf = "2026-03-02" } },
            new { externalId = "MANY-2", opportunity = new { account = "", source = "S", asOf = "2026-03-02" } },
        });

        Assert.Equal([true, false], (await answer.JsonAsync()).EnumerateArray().Select(line => line.GetProperty("isTaken").GetBoolean()));
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync($"{Root}/MANY-1")).StatusCode);
        var none = await api.PostAsJsonAsync(Root, Array.Empty<object>());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "TooMany"), (none.StatusCode, await none.RefusalAsync()));
    }

    [Fact]
    public async Task Other_teams_and_narrower_tokens_hand_in_nothing()
    {
        using var ie = await app.ApiAsync("bram-copperkettle");
        var notTheirs = await ie.PutAsJsonAsync($"{Root}/X", new { account = "A", source = "S", asOf = "2026-03-02" });
        Assert.Equal((HttpStatusCode.Forbidden, "NotYourAct"), (notTheirs.StatusCode, await notTheirs.RefusalAsync()));
        using var narrow = await app.ApiAsync(Sales, TokenScope.Read, TokenScope.Act);
        var scope = await narrow.PutAsJsonAsync($"{Root}/X", new { account = "A", source = "S", asOf = "2026-03-02" });
        Assert.Equal((HttpStatusCode.Forbidden, "TokenScopeTooNarrow"), (scope.StatusCode, await scope.RefusalAsync()));
    }
}
