using System.Net;
using System.Text.Json;

namespace DeploymentRouter.Web.Tests.Api;

public sealed class ReferencePageTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task The_overview_leads_to_every_operation_of_the_document()
    {
        using var visitor = await SignedInAsync();
        var page = WebUtility.HtmlDecode(await visitor.GetStringAsync("/api"));
        var document = JsonSerializer.Deserialize<JsonElement>(await visitor.GetStringAsync("/openapi/v1.json"));

        Assert.All(
            document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()),
            operation => Assert.Contains($"#{operation.Value.GetProperty("operationId").GetString()}\"", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_part_says_what_goes_in_and_out_and_how_to_call_it()
    {
        using var visitor = await SignedInAsync();
        var page = WebUtility.HtmlDecode(await visitor.GetStringAsync("/api/reference/requests"));

        Assert.Contains("id=\"FileRequest\"", page, StringComparison.Ordinal);
        Assert.Contains("The team that has the ball.", page, StringComparison.Ordinal);
        Assert.Contains("/api/reference/requests#shape-Request\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"shape-Request\"", page, StringComparison.Ordinal);
        Assert.Contains("curl -X POST http://localhost/api/v1/requests", page, StringComparison.Ordinal);
        Assert.Contains("\"name\": \"Marrow & Finch\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_is_not_there_is_said_and_the_way_on_is_shown()
    {
        using var visitor = await SignedInAsync();
        var answer = await visitor.GetAsync("/api/reference/no-such-part");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("The API has no such part", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_for_people_who_are_signed_in_and_needs_no_more_of_the_browser_than_any_page()
    {
        using var nobody = app.Visitor();
        var turnedAway = await nobody.GetAsync("/api");
        Assert.StartsWith("/sign-in", turnedAway.Headers.Location!.PathAndQuery, StringComparison.Ordinal);

        using var visitor = await SignedInAsync();
        static string Policy(HttpResponseMessage answer) => string.Join(';', answer.Headers.GetValues("Content-Security-Policy").Single().Split(';').Where(part => !part.Contains("nonce", StringComparison.Ordinal)));
        Assert.Equal(Policy(await visitor.GetAsync("/requests")), Policy(await visitor.GetAsync("/api")));
        Assert.DoesNotContain("unsafe-eval", Policy(await visitor.GetAsync("/api")), StringComparison.Ordinal);
    }

    private async Task<HttpClient> SignedInAsync()
    {
        var visitor = app.Visitor();
        await RunningApp.SignInAsync(visitor, "wren-lanternby");
        return visitor;
    }
}
