using System.Net;

namespace DeploymentRouter.Web.Tests.Hosting;

public sealed class ResponseTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/health")]
    [InlineData("/parts.css")]
    [InlineData("/error")]
    [InlineData("/api/v1/requests/1")]
    [InlineData("/no-such-page")]
    public async Task Every_response_says_how_it_may_be_used(string page)
    {
        var headers = (await app.Visitor().GetAsync(page)).Headers;

        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", headers.GetValues("X-Frame-Options").Single());
        Assert.Equal("same-origin", headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("same-origin", headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.Equal("same-origin", headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Contains("camera=()", headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.False(headers.Contains("Server"));
        var policy = headers.GetValues("Content-Security-Policy").Single().Split(';', StringSplitOptions.TrimEntries)
            .Select(directive => directive.Split(' ')).ToDictionary(words => words[0], words => words[1..], StringComparer.Ordinal);
        Assert.Equal(["'none'"], policy["default-src"]);
        Assert.Equal(["'self'"], policy["script-src"]);
        Assert.Equal(["'none'"], policy["frame-ancestors"]);
        Assert.Equal(["'self'"], policy["form-action"]);
        Assert.Equal(["'self'"], policy["base-uri"]);
        Assert.All(policy.Where(directive => directive.Key is not ("style-src" or "img-src")), directive => Assert.All(directive.Value, word => Assert.Contains(word, (string[])["'self'", "'none'"])));
    }

    [Fact]
    public async Task An_unknown_address_is_a_designed_page_with_its_status()
    {
        var visitor = app.Visitor();
        await RunningApp.SignInAsync(visitor, "wren-lanternby");

        var answer = await visitor.GetAsync("/no-such-page");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is nothing at this address", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var call = await visitor.GetAsync("/api/no-such-call");
        Assert.Equal(HttpStatusCode.NotFound, call.StatusCode);
        Assert.Equal("application/problem+json", call.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/queues/ie?at=nonsense")]
    [InlineData("/requests/1001?shown=nonsense&history=nonsense")]
    [InlineData("/requests?after=nonsense&sort=nonsense&state=nonsense&q=%22*(")]
    public async Task Nonsense_in_an_address_counts_as_not_said(string page)
    {
        var visitor = app.Visitor();
        await RunningApp.SignInAsync(visitor, "wren-lanternby");

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(page)).StatusCode);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/health")]
    public async Task HEAD_is_GET_without_the_body(string page)
    {
        var answer = await app.Visitor().SendAsync(new HttpRequestMessage(HttpMethod.Head, page));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("dark", "data-theme=\"dark\"")]
    [InlineData("light", "data-theme=\"light\"")]
    public async Task The_chosen_theme_is_in_the_first_response(string cookie, string attribute)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.Add("Cookie", $"router.theme={cookie}");

        Assert.Contains(attribute, await (await app.Visitor().SendAsync(request)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("data-theme", await app.Visitor().GetStringAsync("/sign-in"), StringComparison.Ordinal);
    }
}
