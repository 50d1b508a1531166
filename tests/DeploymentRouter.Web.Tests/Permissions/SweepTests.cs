using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.Drafts;
using DeploymentRouter.Web.Tests.Features.Requests;
using static DeploymentRouter.Web.Tests.Permissions.Hidden;

namespace DeploymentRouter.Web.Tests.Permissions;

/// <summary>Every id of a row that somebody may not know of, tried in every door: it is answered for like one that never was.</summary>
public sealed class SweepTests(Hidden hidden) : IClassFixture<Hidden>
{
    // Nobody named it to Sales, and its growth is watched.
    private const string Watched = "Amberjack Submarines";

    public static TheoryData<string, string> RequestDoors => new()
    {
        { "GET", "" }, { "GET", "/history" }, { "GET", "/relay" }, { "GET", "/explanation" }, { "GET", "/readings" }, { "GET", "/files" }, { "GET", "/files/FILE" },
        { "PUT", "/following" }, { "DELETE", "/following" }, { "POST", "/files?name=a.txt" }, { "POST", "/acts/comment" }, { "POST", "/acts/undo" },
    };

    [Theory]
    [MemberData(nameof(RequestDoors))]
    public async Task A_request_out_of_sight_is_answered_for_like_one_that_never_was(string method, string door)
    {
        var number = hidden.Request.Number;
        var real = await SaysAsync(hidden.Sales, method, $"/api/v1/requests/{number}{door}", number);
        var never = await SaysAsync(hidden.Sales, method, $"/api/v1/requests/{Never}{door}", Never);
        var control = await SaysAsync(hidden.Ce, method, $"/api/v1/requests/{number}{door}", number);

        Assert.Equal(never, real);
        Assert.Equal(HttpStatusCode.NotFound, real.Status);
        Assert.NotEqual(HttpStatusCode.NotFound, control.Status);
    }

    [Theory]
    [InlineData("/api/v1/requests?q=" + Secret, Secret)]
    [InlineData("/api/v1/requests", Secret)]
    [InlineData("/api/v1/queues/ce", Secret)]
    [InlineData("/api/v1/growth", Watched)]
    [InlineData("/api/v1/me/work", Secret)]
    [InlineData("/api/v1/opportunities/" + Secret, Secret)]
    [InlineData("/requests?q=" + Secret, Secret + " Airways")]
    [InlineData("/requests", Secret)]
    [InlineData("/queues/ce", Secret)]
    [InlineData("/my-work", Secret)]
    [InlineData("/growth", Watched)]
    public async Task Lists_hold_it_for_who_sees_it_and_nobody_else(string path, string name)
    {
        var (others, own) = path.StartsWith("/api", StringComparison.Ordinal) ? (hidden.Sales, hidden.Ce) : (hidden.SalesPages, hidden.CePages);
        Assert.DoesNotContain(name, await ReadAsync(others, path), StringComparison.Ordinal);
        Assert.Contains(name, await ReadAsync(own, path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_do_not_count_it()
    {
        Assert.DoesNotMatch("\"waiting\":[1-9]", await hidden.Sales.GetStringAsync("/api/v1/queues"));
        Assert.Matches("\"waiting\":[1-9]", await hidden.Ce.GetStringAsync("/api/v1/queues"));
        Assert.NotEqual(await hidden.CePages.GetStringAsync("/queues"), await hidden.SalesPages.GetStringAsync("/queues"));
        foreach (var report in new[] { "flow", "strategies", "times" })
        {
            Assert.DoesNotMatch("\"(filed|decided|count)\":[1-9]", await hidden.Sales.GetStringAsync($"/api/v1/reports/{report}"));
            Assert.NotEqual(await hidden.CePages.GetStringAsync($"/reports/export/{report}"), await hidden.SalesPages.GetStringAsync($"/reports/export/{report}"));
        }

        Assert.Matches("\"filed\":[1-9]", await hidden.Ce.GetStringAsync("/api/v1/reports/flow"));
        Assert.Contains("Nothing was filed in this span", await hidden.SalesPages.GetStringAsync("/reports"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/requests/NUMBER")]
    [InlineData("/requests/NUMBER/engage")]
    [InlineData("/requests/NUMBER/files/FILE")]
    [InlineData("/queues/ce?at=NUMBER")]
    [InlineData("/queues/ie?at=NUMBER")]
    public async Task Pages_do_not_tell_of_it(string path)
    {
        var real = await hidden.SalesPages.GetAsync(Filled(path, hidden.Request.Number));
        var never = await hidden.SalesPages.GetAsync(Filled(path, Never));

        Assert.Equal(never.StatusCode, real.StatusCode);
        Assert.DoesNotContain($"{Secret} Airways", await real.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        if (path.StartsWith("/requests", StringComparison.Ordinal) && !path.EndsWith("engage", StringComparison.Ordinal))
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (real.StatusCode, (await hidden.CePages.GetAsync(Filled(path, hidden.Request.Number))).StatusCode));
    }

    [Theory]
    [InlineData("GET", "/api/v1/drafts/ID")]
    [InlineData("PATCH", "/api/v1/drafts/ID")]
    [InlineData("POST", "/api/v1/drafts/ID/send")]
    [InlineData("DELETE", "/api/v1/drafts/ID")]
    [InlineData("DELETE", "/api/v1/tokens/ID")]
    public async Task What_is_somebody_elses_is_answered_for_like_what_never_was(string method, string path)
    {
        var id = path.Contains("tokens", StringComparison.Ordinal)
            ? (await hidden.Get<AccessTokens>().CreateAsync("theirs", [TokenScope.Read], 1, RequestWalk.Otis)).Token!.Line.Id
            : (await hidden.Get<DraftStore>().StartAsync(RequestWalk.Otis.Id)).Id;
        foreach (var by in new[] { hidden.Sales, hidden.Ce })
        {
            var real = await SaysAsync(by, method, path.Replace("ID", $"{id}", StringComparison.Ordinal), 0);
            var never = await SaysAsync(by, method, path.Replace("ID", $"{Guid.NewGuid()}", StringComparison.Ordinal), 0);
            Assert.Equal((never, HttpStatusCode.NotFound), (real, real.Status));
        }
    }

    [Theory]
    [InlineData("/privacy/people/PERSON/export")]
    [InlineData("/api/v1/people/PERSON")]
    public async Task Who_somebody_is_is_told_to_nobody_who_may_not_ask(string path)
    {
        var by = path.StartsWith("/api", StringComparison.Ordinal) ? hidden.Sales : hidden.SalesPages;
        var real = await SaysAsync(by, "GET", path.Replace("PERSON", RequestWalk.Wren.Id, StringComparison.Ordinal), 0);
        Assert.Equal(await SaysAsync(by, "GET", path.Replace("PERSON", "nobody", StringComparison.Ordinal), 0), real);
        Assert.Equal(HttpStatusCode.Forbidden, real.Status);
    }

    private string Filled(string path, int number) =>
        path.Replace("NUMBER", $"{number}", StringComparison.Ordinal).Replace("FILE", $"{hidden.File}", StringComparison.Ordinal);

    private static async Task<string> ReadAsync(HttpClient by, string path)
    {
        var answer = await by.GetAsync(path);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private async Task<(HttpStatusCode Status, string Body)> SaysAsync(HttpClient by, string method, string path, int number)
    {
        var body = path.Contains("/files?", StringComparison.Ordinal) ? new StringContent("plan")
            : path.Contains("comment", StringComparison.Ordinal) ? JsonContent.Create(new { text = "Hello." })
            : method is "PATCH" ? JsonContent.Create(new { fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["customer.name"] = "Taken" } }) : (HttpContent?)null;
        using var answer = await by.SendAsync(new HttpRequestMessage(new HttpMethod(method), Filled(path, number)) { Content = body });
        var says = Regex.Replace(await answer.Content.ReadAsStringAsync(), "\"traceId\":\"[^\"]*\"", "", RegexOptions.None, TimeSpan.FromSeconds(1));
        return (answer.StatusCode, number == 0 ? says : says.Replace($"{number}", "N", StringComparison.Ordinal));
    }
}
