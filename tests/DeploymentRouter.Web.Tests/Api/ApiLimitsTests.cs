using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

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

    private static Task<HttpClient> CallerAsync(WebApplicationFactory<Program> limited, string personId) => limited.ApiAsync(personId);
}
