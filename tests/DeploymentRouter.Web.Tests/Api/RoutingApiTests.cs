using System.Net;
using System.Text;

namespace DeploymentRouter.Web.Tests.Api;

public sealed class RoutingApiTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Theory]
    [InlineData("DELETE", "/api/v1/requests", "GET, POST")]
    [InlineData("POST", "/api/v1/requests/1001", "GET")]
    [InlineData("GET", "/api/v1/requests/1001/acts/comment", "POST")]
    [InlineData("PATCH", "/api/v1/me", "GET")]
    public async Task Another_method_is_told_which_ones_there_are(string method, string path, string allowed)
    {
        using var api = await app.ApiAsync("wren-lanternby");
        var answer = await api.SendAsync(new HttpMethod(method), path);

        Assert.Equal(allowed, string.Join(", ", answer.Content.Headers.Allow.Order(StringComparer.Ordinal)));
        await answer.RefusedAsync(HttpStatusCode.MethodNotAllowed, "MethodNotAllowed");
    }

    [Theory]
    [InlineData("/api/v2")]
    [InlineData("/api/v1")]
    [InlineData("/api/v1/requests/abc")]
    [InlineData("/API/V1/nothing")]
    public async Task Nothing_there_is_said_without_asking_who_asks(string path)
    {
        using var visitor = app.Visitor();
        await (await visitor.GetAsync(path)).RefusedAsync(HttpStatusCode.NotFound, "NotFound");
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_not_begun_with()
    {
        using var api = await app.ApiAsync("wren-lanternby");
        var body = $$"""{"text":"{{new string('x', 1_000_001)}}"}""";
        var answer = await api.PostAsync("/api/v1/requests/1001/acts/comment", new StringContent(body, Encoding.UTF8, "application/json"));

        await answer.RefusedAsync(HttpStatusCode.RequestEntityTooLarge, "TooLarge");
    }

    [Fact]
    public async Task Another_kind_of_body_is_told_what_is_taken()
    {
        using var api = await app.ApiAsync("wren-lanternby");
        var answer = await api.PostAsync("/api/v1/requests/1001/acts/comment", new StringContent("text", Encoding.UTF8, "text/plain"));

        await answer.RefusedAsync(HttpStatusCode.UnsupportedMediaType, "MediaTypeNotTaken");
    }
}
