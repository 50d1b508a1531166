using System.Net;
using System.Net.Http.Json;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.Drafts;
using DeploymentRouter.Persistence.Files;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Tests.Features.Requests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Permissions;

/// <summary>Every id of a row that somebody may not know of, tried in every door: it is answered for like one that never was.</summary>
public sealed class SweepTests : IClassFixture<RunningApp>, IAsyncLifetime
{
    private const string Secret = "Quetzalcoatlus";
    private const int Never = 987_654;
    private readonly WebApplicationFactory<Program> _app;
    private HttpClient _sales = null!;
    private HttpClient _ce = null!;
    private HttpClient _salesPages = null!;
    private HttpClient _cePages = null!;
    private Request _request = null!;
    private int _file;

    public SweepTests(RunningApp app) => _app = app.WithWebHostBuilder(host => host.UseSetting("Rights:SalesSee", "named"));

    public static TheoryData<string, string> RequestDoors => new()
    {
        { "GET", "" }, { "GET", "/history" }, { "GET", "/relay" }, { "GET", "/explanation" }, { "GET", "/readings" }, { "GET", "/files" }, { "GET", "/files/FILE" },
        { "PUT", "/following" }, { "DELETE", "/following" }, { "POST", "/files?name=a.txt" }, { "POST", "/acts/comment" }, { "POST", "/acts/undo" },
    };

    public async Task InitializeAsync()
    {
        var facts = RequestWalk.InQualification().Request.Customer with { Name = $"{Secret} Airways" };
        var desk = _app.Services.GetRequiredService<RequestDesk>();
        var filed = await desk.FileAsync(Guid.NewGuid(), facts, RequestWalk.JointAnswers, new Dictionary<string, string>(StringComparer.Ordinal), RequestWalk.Wren);
        _request = Assert.IsType<ActResult.Done>(filed).Request;
        _file = (await _app.Services.GetRequiredService<AttachmentDesk>().AttachAsync(
            _request.Number, $"{Secret}.txt", 4, new MemoryStream("plan"u8.ToArray()), RequestWalk.Wren, Sight.Everything, default)).File!.Number;
        (_sales, _ce) = (await ProgramAsync(RequestWalk.Juniper), await ProgramAsync(RequestWalk.Wren));
        (_salesPages, _cePages) = (await BrowserAsync(RequestWalk.Juniper), await BrowserAsync(RequestWalk.Wren));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(RequestDoors))]
    public async Task A_request_out_of_sight_is_answered_for_like_one_that_never_was(string method, string door)
    {
        var real = await SaysAsync(_sales, method, $"/api/v1/requests/{_request.Number}{door}", _request.Number);
        var never = await SaysAsync(_sales, method, $"/api/v1/requests/{Never}{door}", Never);
        var control = await SaysAsync(_ce, method, $"/api/v1/requests/{_request.Number}{door}", _request.Number);

        Assert.Equal(never, real);
        Assert.Equal(HttpStatusCode.NotFound, real.Status);
        Assert.NotEqual(HttpStatusCode.NotFound, control.Status);
    }

    [Theory]
    [InlineData("/api/v1/requests?q=" + Secret)]
    [InlineData("/api/v1/requests")]
    [InlineData("/api/v1/queues/ce")]
    [InlineData("/api/v1/growth")]
    [InlineData("/api/v1/me/work")]
    public async Task Lists_of_the_API_do_not_hold_it(string path) => Assert.DoesNotContain(Secret, await _sales.GetStringAsync(path), StringComparison.Ordinal);

    [Fact]
    public async Task Counts_of_the_API_do_not_count_it()
    {
        var queues = await _sales.GetFromJsonAsync<System.Text.Json.JsonElement>("/api/v1/queues");
        Assert.DoesNotContain("\"waiting\":1", queues.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(Secret, await _ce.GetStringAsync("/api/v1/requests?q=" + Secret), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/requests/NUMBER")]
    [InlineData("/requests/NUMBER/engage")]
    [InlineData("/requests/NUMBER/files/FILE")]
    [InlineData("/requests?q=" + Secret)]
    [InlineData("/requests")]
    [InlineData("/queues/ce")]
    [InlineData("/queues")]
    [InlineData("/my-work")]
    [InlineData("/growth")]
    public async Task Pages_do_not_tell_of_it(string path)
    {
        var real = await _salesPages.GetAsync(Filled(path, _request.Number));
        var never = await _salesPages.GetAsync(Filled(path, Never));

        Assert.Equal(never.StatusCode, real.StatusCode);
        Assert.DoesNotContain($"{Secret} Airways", await real.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        if (path.Contains("NUMBER", StringComparison.Ordinal) && !path.EndsWith("engage", StringComparison.Ordinal))
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (real.StatusCode, (await _cePages.GetAsync(Filled(path, _request.Number))).StatusCode));
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
            ? (await _app.Services.GetRequiredService<AccessTokens>().CreateAsync("theirs", [TokenScope.Read], 1, RequestWalk.Otis)).Token!.Line.Id
            : (await _app.Services.GetRequiredService<DraftStore>().StartAsync(RequestWalk.Otis.Id)).Id;
        foreach (var by in new[] { _sales, _ce })
        {
            var real = await SaysAsync(by, method, path.Replace("ID", $"{id}", StringComparison.Ordinal), 0);
            var never = await SaysAsync(by, method, path.Replace("ID", $"{Guid.NewGuid()}", StringComparison.Ordinal), 0);
            Assert.Equal((never, HttpStatusCode.NotFound), (real, real.Status));
        }
    }

    private string Filled(string path, int number) =>
        path.Replace("NUMBER", $"{number}", StringComparison.Ordinal).Replace("FILE", $"{_file}", StringComparison.Ordinal);

    private async Task<(HttpStatusCode Status, string Body)> SaysAsync(HttpClient by, string method, string path, int number)
    {
        var body = path.Contains("/files?", StringComparison.Ordinal) ? new StringContent("plan")
            : path.Contains("comment", StringComparison.Ordinal) ? JsonContent.Create(new { text = "Hello." })
            : method is "PATCH" ? JsonContent.Create(new { fields = new Dictionary<string, string>(StringComparer.Ordinal) }) : (HttpContent?)null;
        using var answer = await by.SendAsync(new HttpRequestMessage(new HttpMethod(method), path.Replace("FILE", $"{_file}", StringComparison.Ordinal)) { Content = body });
        var says = System.Text.RegularExpressions.Regex.Replace(await answer.Content.ReadAsStringAsync(), "\"traceId\":\"[^\"]*\"", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
        return (answer.StatusCode, number == 0 ? says : says.Replace($"{number}", "N", StringComparison.Ordinal));
    }

    private async Task<HttpClient> ProgramAsync(Person by)
    {
        var http = _app.CreateClient();
        var (token, _) = await _app.Services.GetRequiredService<AccessTokens>().CreateAsync("sweep", Enum.GetValues<TokenScope>(), 1, by);
        http.DefaultRequestHeaders.Authorization = new("Bearer", token!.Key);
        return http;
    }

    private async Task<HttpClient> BrowserAsync(Person by)
    {
        var http = _app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        await RunningApp.SignInAsync(http, by.Id);
        return http;
    }
}
