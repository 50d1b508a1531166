using System.Net;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Web.SignIn;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Api;

public sealed class ApiLimitsTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Path = "/api/v1/requests/1024";

    [Fact]
    public async Task A_token_over_its_limit_is_told_when_to_come_back_and_others_go_on()
    {
        using var limited = Limited("PerToken", 3);
        using var wren = await CallerAsync(limited, "wren-lanternby");
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, (await wren.GetAsync(Path)).StatusCode);

        var over = await wren.GetAsync(Path);

        Assert.Equal((HttpStatusCode.TooManyRequests, "TooManyCalls"), (over.StatusCode, await over.RefusalAsync()));
        Assert.InRange(over.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        using var bram = await CallerAsync(limited, "bram-copperkettle");
        Assert.Equal(HttpStatusCode.OK, (await bram.GetAsync(Path)).StatusCode);
        using var page = limited.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        Assert.Equal(HttpStatusCode.OK, (await page.GetAsync("/sign-in")).StatusCode);
    }

    [Fact]
    public async Task Made_up_keys_share_the_limit_of_their_address()
    {
        using var limited = Limited("PerAddress", 2);
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++)
        {
            using var stranger = limited.CreateClient();
            stranger.DefaultRequestHeaders.Authorization = new("Bearer", DeploymentRouter.Persistence.Accounts.TokenKey.New("drp_"));
            answers.Add((await stranger.GetAsync(Path)).StatusCode);
        }

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests], answers);
        using var wren = await CallerAsync(limited, "wren-lanternby");
        Assert.Equal(HttpStatusCode.OK, (await wren.GetAsync(Path)).StatusCode);
    }

    [Fact]
    public async Task All_together_have_a_limit_too()
    {
        using var limited = Limited("InTotal", 2);
        using var wren = await CallerAsync(limited, "wren-lanternby");
        using var bram = await CallerAsync(limited, "bram-copperkettle");

        HttpStatusCode[] answers = [(await wren.GetAsync(Path)).StatusCode, (await bram.GetAsync(Path)).StatusCode, (await wren.GetAsync(Path)).StatusCode];

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], answers);
    }

    [Fact]
    public async Task The_tokens_of_one_person_share_a_limit()
    {
        using var limited = Limited("PerOwner", 2);
        using var one = await CallerAsync(limited, "wren-lanternby");
        using var other = await CallerAsync(limited, "wren-lanternby");

        HttpStatusCode[] answers = [(await one.GetAsync(Path)).StatusCode, (await other.GetAsync(Path)).StatusCode, (await one.GetAsync(Path)).StatusCode, (await other.GetAsync(Path)).StatusCode];

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], answers);
        using var bram = await CallerAsync(limited, "bram-copperkettle");
        Assert.Equal(HttpStatusCode.OK, (await bram.GetAsync(Path)).StatusCode);
    }

    [Fact]
    public async Task The_tokens_of_a_team_share_one_that_is_not_that_of_its_people()
    {
        using var limited = Limited("PerOwner", 1);
        using var lead = limited.CreateClient();
        var tokens = limited.Services.GetRequiredService<AccessTokens>();
        var wren = DemoPeople.Find("wren-lanternby")!.Person;
        foreach (var (name, status) in new[] { ("one", HttpStatusCode.OK), ("other", HttpStatusCode.TooManyRequests) })
        {
            var (token, _) = await tokens.CreateAsync(name, [TokenScope.Read], 1, wren, "ce");
            lead.DefaultRequestHeaders.Authorization = new("Bearer", token!.Key);
            Assert.Equal(status, (await lead.GetAsync(Path)).StatusCode);
        }

        using var own = await CallerAsync(limited, "wren-lanternby");
        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync(Path)).StatusCode);
    }

    [Fact]
    public async Task A_network_of_IPv6_has_the_limit_of_one_address()
    {
        using var limited = Limited("PerAddress", 2);

        Assert.Equal([401, 401, 429], await FromAsync(limited, "2001:db8:1:1::1", "2001:db8:1:1::2", "2001:db8:1:1:ffff::3"));
        Assert.Equal([401], await FromAsync(limited, "2001:db8:1:2::1"));
        Assert.Equal([401, 401, 429], await FromAsync(limited, "192.0.2.1", "::ffff:192.0.2.1", "192.0.2.1"));
    }

    [Fact]
    public async Task Whoever_shows_no_token_takes_nothing_from_those_who_do()
    {
        using var limited = Limited("InTotal", 1);
        Assert.Equal([401, 401, 401], await FromAsync(limited, "192.0.2.1", "192.0.2.2", "192.0.2.3"));
        using var wren = await CallerAsync(limited, "wren-lanternby");
        Assert.Equal(HttpStatusCode.OK, (await wren.GetAsync(Path)).StatusCode);
    }

    [Fact]
    public async Task Those_without_a_token_have_a_limit_of_their_own()
    {
        using var limited = Limited("WithoutToken", 2);

        Assert.Equal([401, 401, 429], await FromAsync(limited, "192.0.2.1", "192.0.2.2", "192.0.2.3"));
        using var wren = await CallerAsync(limited, "wren-lanternby");
        Assert.Equal(HttpStatusCode.OK, (await wren.GetAsync(Path)).StatusCode);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public void A_limit_that_is_no_number_stops_the_start(string limit)
    {
        using var limited = app.WithWebHostBuilder(builder => builder.UseSetting("Api:CallsPerMinute:PerToken", limit));

        // The application says why and ends, so that there is none to be called.
        Assert.ThrowsAny<Exception>(limited.CreateClient);
    }

    private WebApplicationFactory<Program> Limited(string name, int calls) =>
        app.WithWebHostBuilder(builder => builder.UseSetting($"Api:CallsPerMinute:{name}", calls.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static async Task<List<int>> FromAsync(WebApplicationFactory<Program> limited, params string[] addresses)
    {
        var answers = new List<int>();
        foreach (var address in addresses)
        {
            var answered = await limited.Server.SendAsync(http =>
            {
                (http.Request.Method, http.Request.Scheme, http.Request.Host, http.Request.Path) = ("GET", "http", new("localhost"), Path);
                http.Connection.RemoteIpAddress = IPAddress.Parse(address);
            });
            answers.Add(answered.Response.StatusCode);
        }

        return answers;
    }

    private static Task<HttpClient> CallerAsync(WebApplicationFactory<Program> limited, string personId) => limited.ApiAsync(personId);
}
