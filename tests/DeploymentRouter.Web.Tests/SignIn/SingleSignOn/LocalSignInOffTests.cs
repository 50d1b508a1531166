using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.SignIn.SingleSignOn;

public sealed class LocalSignInOffTests : IDisposable
{
    // What strangers may come to when only the provider lets people in. Whatever else is open to them must be shut.
    private static readonly string[] Open =
    [
        "/sign-in", "/sign-in/sso", "/sign-in/sso/problem", "/sign-out", "/sign-out/sso", "/sign-out/sso/go", "/sign-out/sso/back-channel",
        "/health", "/error", "/api/{**rest}", "/status/{secret}",
    ];

    private readonly RunningApp _app = new();

    public LocalSignInOffTests()
    {
        // Nothing answers there.
        foreach (var (key, value) in ProviderApp.Settings("http://127.0.0.1:9")) _app.Settings[key] = value;
        _app.Settings["SingleSignOn:LocalSignIn"] = "false";
    }

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Only_the_provider_lets_people_in()
    {
        var visitor = _app.Visitor();

        var page = await visitor.GetStringAsync("/sign-in?returnUrl=%2Fqueues%2Fie");

        Assert.Contains("href=\"/sign-in/sso?returnUrl=%2Fqueues%2Fie\"", page, StringComparison.Ordinal);
        Assert.Contains(">Sign in with Fernbrook Account</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<input", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_other_door_leads_to_the_sign_in_page()
    {
        var visitor = _app.Visitor();
        var doors = StrangersEndpoints().Where(door => !Open.Contains(door.Path, StringComparer.Ordinal)).ToList();

        Assert.Contains(("POST", "/set-up"), doors);
        Assert.Contains(("GET", "/welcome"), doors);
        foreach (var (method, path) in doors)
        {
            var answer = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Parse(method), path) { Content = method is "POST" ? new FormUrlEncodedContent([]) : null });
            Assert.True(answer.StatusCode is HttpStatusCode.SeeOther && answer.Headers.Location!.OriginalString is "/sign-in", $"{method} {path}: {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_password_is_not_even_looked_at()
    {
        var answer = await _app.Visitor().PostAsync("/sign-in", new FormUrlEncodedContent([new("_handler", "password"), new("email", "a@b.example"), new("password", "x")]));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_is_told_with_a_way_to_try_again()
    {
        var visitor = new ProviderVisitor(_app);

        var page = await visitor.Here.GetStringAsync(await visitor.BeginAsync("/queues/ie"));

        Assert.Contains("does not answer at the moment", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/sign-in/sso?returnUrl=%2Fqueues%2Fie\"", page, StringComparison.Ordinal);
    }

    private IEnumerable<(string Method, string Path)> StrangersEndpoints() =>
        from endpoint in _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        let path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
        // Files that pages are made of.
        where !Path.HasExtension(path) && !path.StartsWith("/_", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]
        where method is not "HEAD"
        select (method, path);
}
