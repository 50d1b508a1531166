using System.Net;
using System.Net.Http.Json;
using System.Text;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.SignIn;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Api;

public sealed class RequestsApiTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Ce = "wren-lanternby";
    private const int Number = RequestStore.FirstNumber;
    private static readonly string Path = $"/api/v1/requests/{Number}";

    [Fact]
    public async Task A_request_is_read_with_its_tag_and_what_the_caller_can_do()
    {
        using var api = await app.ApiAsync(Ce);
        var answer = await api.GetAsync(Path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var json = await answer.JsonAsync();
        Assert.Equal(Number, json.GetProperty("number").GetInt32());
        Assert.StartsWith($"\"{json.GetProperty("version").GetInt32()}-", answer.Headers.ETag!.Tag, StringComparison.Ordinal);
        Assert.Contains(json.GetProperty("acts").EnumerateArray(), act => act.GetString() == "comment");
        Assert.False(string.IsNullOrEmpty(json.GetProperty("customer").GetProperty("name").GetString()));
    }

    [Fact]
    public async Task An_act_is_done_once_and_refused_to_whoever_saw_less()
    {
        using var api = await app.ApiAsync(Ce);
        var tag = (await api.GetAsync($"/api/v1/requests/{Number + 1}")).Headers.ETag!.Tag;

        var first = await ActAsync(api, Number + 1, "hold", new { reason = "Waiting for the customer." }, tag);
        var second = await ActAsync(api, Number + 1, "resume", null, tag);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("on-hold", (await first.JsonAsync()).GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.PreconditionFailed, second.StatusCode);
        Assert.Equal("Overtaken", await second.RefusalAsync());
        Assert.Equal(HttpStatusCode.OK, (await ActAsync(api, Number + 1, "resume", null, first.Headers.ETag!.Tag)).StatusCode);
    }

    [Theory]
    [InlineData("reopen", """{"reason":"again"}""", HttpStatusCode.UnprocessableEntity, "NotWithdrawn")]
    [InlineData("comment", """{"text":""}""", HttpStatusCode.UnprocessableEntity, "TextNeeded")]
    [InlineData("comment", """{"txt":"hello"}""", HttpStatusCode.BadRequest, "BadRequest")]
    [InlineData("comment", """{}""", HttpStatusCode.BadRequest, "BadRequest")]
    [InlineData("comment", """{"text":null}""", HttpStatusCode.BadRequest, "BadRequest")]
    [InlineData("comment", """{"text":"a","text":"b"}""", HttpStatusCode.BadRequest, "BadRequest")]
    [InlineData("comment", "no JSON", HttpStatusCode.BadRequest, "BadRequest")]
    [InlineData("answer", """{"answers":{"no_such":1}}""", HttpStatusCode.UnprocessableEntity, "UnknownQuestion")]
    [InlineData("change-customer", """{"name":"","engagement":"trial"}""", HttpStatusCode.UnprocessableEntity, "CustomerInvalid")]
    [InlineData("change-customer", """{"name":"A","engagement":"party"}""", HttpStatusCode.BadRequest, "BadRequest")]
    public async Task What_cannot_be_done_is_said_as_a_problem(string act, string body, HttpStatusCode status, string refusal)
    {
        using var api = await app.ApiAsync(Ce);
        var answer = await api.PostAsync($"{Path}/acts/{act}", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal((status, refusal), (answer.StatusCode, await answer.RefusalAsync()));
    }

    [Fact]
    public async Task Whoever_may_not_reads_who_can()
    {
        using var api = await app.ApiAsync("juniper-goldfinch");
        var answer = await ActAsync(api, Number + 1, "withdraw", new { reason = "No." });

        Assert.Equal((HttpStatusCode.Forbidden, "NotYourAct"), (answer.StatusCode, await answer.RefusalAsync()));
    }

    [Fact]
    public async Task Nothing_is_open_without_a_token_that_counts_and_a_cookie_is_none()
    {
        using var visitor = app.Visitor();
        await RunningApp.SignInAsync(visitor, Ce);
        var byCookie = await visitor.GetAsync(Path);
        Assert.Equal((HttpStatusCode.Unauthorized, "NotSignedIn"), (byCookie.StatusCode, await byCookie.RefusalAsync()));

        using var reader = await app.ApiAsync(Ce, TokenScope.Read);
        var act = await ActAsync(reader, Number, "comment", new { text = "Hello." });
        Assert.Equal((HttpStatusCode.Forbidden, "TokenScopeTooNarrow"), (act.StatusCode, await act.RefusalAsync()));

        var tokens = app.Services.GetRequiredService<AccessTokens>();
        foreach (var line in await tokens.OfPersonAsync(Ce)) await tokens.RevokeAsync(line.Id, DemoPeople.Find(Ce)!.Person);
        Assert.Equal(HttpStatusCode.Unauthorized, (await reader.GetAsync(Path)).StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/requests/999999", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/requests/0", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/requests/99999999999", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/no-such", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_is_said_as_a_problem(string path, HttpStatusCode status)
    {
        using var api = await app.ApiAsync(Ce);
        var answer = await api.GetAsync(path);

        Assert.Equal((status, "NotFound"), (answer.StatusCode, await answer.RefusalAsync()));
    }

    [Fact]
    public void Every_act_has_an_address()
    {
        var acts = app.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .SelectMany(endpoint => endpoint.Metadata.OfType<DeploymentRouter.Web.Api.Requests.ActOfEndpoint>()).Select(marked => marked.Act);

        Assert.Equal(Enum.GetValues<RequestAct>(), acts.Order());
    }

    private static Task<HttpResponseMessage> ActAsync(HttpClient api, int number, string act, object? body, string? tag = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/requests/{number}/acts/{act}");
        if (body is not null) request.Content = JsonContent.Create(body);
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-Match", tag);
        return api.SendAsync(request);
    }
}
