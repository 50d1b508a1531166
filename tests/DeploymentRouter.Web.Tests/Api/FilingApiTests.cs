using System.Net;

namespace DeploymentRouter.Web.Tests.Api;

public sealed class FilingApiTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Ce = "wren-lanternby";
    private const string Requests = "/api/v1/requests";

    [Fact]
    public async Task A_request_is_filed_and_found_at_its_address()
    {
        using var api = await app.ApiAsync(Ce);
        var filed = await api.SendAsync(HttpMethod.Post, Requests, Calling.NewRequest("Umbra Looms"));

        Assert.Equal(HttpStatusCode.Created, filed.StatusCode);
        var json = await api.ReadAsync(filed.Headers.Location!.ToString());
        Assert.Equal("Umbra Looms", json.GetProperty("customer").GetProperty("name").GetString());
        Assert.Equal(120_000m, json.GetProperty("customer").GetProperty("arrUsd").GetDecimal());
        Assert.Equal(300, json.GetProperty("answers").GetProperty("users_full").GetInt32());
        Assert.Equal("From the contract.", json.GetProperty("answerNotes").GetProperty("users_full").GetString());
        Assert.Equal("needs-information", json.GetProperty("state").GetString());
        Assert.NotEmpty(json.GetProperty("decision").GetProperty("possible").EnumerateArray());
    }

    [Fact]
    public async Task A_retried_call_gives_the_same_one_request()
    {
        using var api = await app.ApiAsync(Ce);
        var body = Calling.NewRequest("Vellum Harbour");
        var first = await api.SendAsync(HttpMethod.Post, Requests, body, ("Idempotency-Key", "vellum-1"));
        var second = await api.SendAsync(HttpMethod.Post, Requests, body, ("Idempotency-Key", "vellum-1"));
        var other = await api.SendAsync(HttpMethod.Post, Requests, Calling.NewRequest("Vellum Harbour North"), ("Idempotency-Key", "vellum-1"));

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.True(second.IsSuccessStatusCode);
        Assert.Equal((await first.JsonAsync()).GetProperty("number").GetInt32(), (await second.JsonAsync()).GetProperty("number").GetInt32());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
    }

    [Fact]
    public async Task Two_people_with_the_same_key_do_not_meet()
    {
        using var wren = await app.ApiAsync(Ce);
        using var otis = await app.ApiAsync("otis-fernhollow");
        var first = await wren.SendAsync(HttpMethod.Post, Requests, Calling.NewRequest("Quartz Ferry"), ("Idempotency-Key", "same"));
        var second = await otis.SendAsync(HttpMethod.Post, Requests, Calling.NewRequest("Indigo Mills"), ("Idempotency-Key", "same"));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, second.StatusCode));
        Assert.Equal("Indigo Mills", (await second.JsonAsync()).GetProperty("customer").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_look_alike_is_filed_once_it_is_said_to_be_different()
    {
        using var api = await app.ApiAsync(Ce);
        var first = await (await api.SendAsync(HttpMethod.Post, Requests, Calling.NewRequest("Brindle Cartography"))).JsonAsync();
        var again = await api.SendAsync(HttpMethod.Post, Requests, Calling.NewRequest("Brindle Cartography"));
        await again.RefusedAsync(HttpStatusCode.UnprocessableEntity, "LooksLikeAnOpenRequest");
        Assert.Equal(first.GetProperty("number").GetInt32(), (await again.JsonAsync()).GetProperty("similar")[0].GetProperty("number").GetInt32());

        var different = await api.SendAsync(HttpMethod.Post, Requests, new
        {
            customer = new { name = "Brindle Cartography", engagement = "trial" },
            differentFrom = new[] { first.GetProperty("number").GetInt32() },
        });
        Assert.Equal(HttpStatusCode.Created, different.StatusCode);
    }

    [Theory]
    [InlineData("""{"customer":{"name":" ","engagement":"trial"}}""", "IntakeIncomplete")]
    [InlineData("""{"customer":{"name":"A","engagement":"trial","neededBy":"1999-01-01"}}""", "IntakeIncomplete")]
    [InlineData("""{"customer":{"name":"A","engagement":"trial","arrUsd":-1}}""", "IntakeIncomplete")]
    [InlineData("""{"customer":{"name":"A","engagement":"trial"},"answers":{"users_full":"many"}}""", "AnswerInvalid")]
    [InlineData("""{"customer":{"name":"A","engagement":"trial"},"answers":{"no_such":1}}""", "UnknownQuestion")]
    [InlineData("""{"customer":{"name":"A","engagement":"trial"},"notes":{"no_such":"x"}}""", "UnknownQuestion")]
    [InlineData("""{"customer":{"name":"A","engagement":"trial"},"answers":{"cloud_team_verdict":"supported"}}""", "NotYourQuestion")]
    public async Task What_the_intake_would_not_send_is_not_filed(string body, string refusal)
    {
        using var api = await app.ApiAsync(Ce);
        var answer = await api.PostAsync(Requests, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        await answer.RefusedAsync(HttpStatusCode.UnprocessableEntity, refusal);
        if (refusal == "IntakeIncomplete") Assert.StartsWith("customer.", (await answer.JsonAsync()).GetProperty("fields")[0].GetProperty("field").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_filing_team_files()
    {
        using var api = await app.ApiAsync("skye-nimbus");
        await (await api.SendAsync(HttpMethod.Post, Requests, Calling.NewRequest("Nobody"))).RefusedAsync(HttpStatusCode.Forbidden, "NotYourAct");
    }

    [Fact]
    public async Task Revenue_is_shown_to_whoever_may_see_it_and_to_nobody_else()
    {
        using var ce = await app.ApiAsync(Ce);
        using var cloud = await app.ApiAsync("skye-nimbus");
        var at = (await ce.SendAsync(HttpMethod.Post, Requests, Calling.NewRequest("Ochre Lighthouse"))).Headers.Location!.ToString();

        Assert.Equal(120_000m, (await ce.ReadAsync(at)).GetProperty("customer").GetProperty("arrUsd").GetDecimal());
        Assert.DoesNotContain("120000", await cloud.GetStringAsync(at), StringComparison.Ordinal);
        Assert.DoesNotContain("120000", await cloud.GetStringAsync(at + "/history"), StringComparison.Ordinal);
    }
}
