using System.Net;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.SignIn;

public sealed class SessionTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Person = "hazel-evergreen";

    private Sessions Sessions => app.Services.GetRequiredService<Sessions>();

    [Fact]
    public async Task An_ended_session_is_asked_to_sign_in_at_its_next_request()
    {
        var visitor = await SignedInAsync(Person);
        await Sessions.EndAllAsync(Person, except: null, DemoPeople.Find(Person)!.Person);

        var answer = await visitor.GetAsync("/requests");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/sign-in?returnUrl=%2Frequests", answer.Headers.Location!.PathAndQuery);
    }

    [Fact]
    public async Task A_change_of_team_counts_at_the_next_request()
    {
        var visitor = await SignedInAsync("felix-plumbline");
        var felix = DemoPeople.Find("felix-plumbline")!.Person;
        await app.Services.GetRequiredService<PeopleDirectory>().RememberAsync([felix with { TeamId = "sales" }]);

        var page = await visitor.GetStringAsync("/");

        Assert.Contains("Felix Plumbline, Sales", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_in_twice_in_one_browser_leaves_one_session_behind()
    {
        var visitor = await SignedInAsync("otis-fernhollow");
        await RunningApp.SignInAsync(visitor, "otis-fernhollow");

        Assert.Single(await Sessions.OfAsync("otis-fernhollow"));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_for_everybody_who_copied_its_cookie()
    {
        var visitor = await SignedInAsync("skye-nimbus");
        var page = await visitor.GetStringAsync("/");
        await visitor.PostAsync("/sign-out", new FormUrlEncodedContent([new("__RequestVerificationToken", RunningApp.TokenIn(page))]));

        Assert.Empty(await Sessions.OfAsync("skye-nimbus"));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Windows")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15", "Safari on macOS")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge on Linux")]
    [InlineData("Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36", "Chrome on Android")]
    [InlineData("curl/8.9", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_browser_is_named_as_people_know_it(string? userAgent, string? words) => Assert.Equal(words, DeviceWords.Of(userAgent));

    private async Task<HttpClient> SignedInAsync(string person)
    {
        var visitor = app.Visitor();
        await RunningApp.SignInAsync(visitor, person);
        return visitor;
    }
}
