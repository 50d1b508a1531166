using System.Net;
using System.Text.Json;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Opportunities;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Tests.Api;
using DeploymentRouter.Web.Tests.Features.Requests;
using DeploymentRouter.Web.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace DeploymentRouter.Web.Tests.Permissions;

/// <summary>Revenue and market figures, and the priorities they make, are told to nobody of a team that does not see them: in every page and answer there is.</summary>
public sealed class FiguresTests(RunningApp app) : IClassFixture<RunningApp>, IAsyncLifetime
{
    private const string Id = "figures-1";
    private const string Customer = "Pangolin Instruments";

    // However they are grouped or rounded.
    private const string Figures = "7[,.  ]?341[,. ]?9|98[,. ]?765[,. ]?4|\\$7\\.3|\\$98\\.";

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public async Task InitializeAsync()
    {
        app.Settings["Rights:SeeCommercial"] = "ce, sales, ie, tpm, tam";
        foreach (var (name, answers) in new[] { ("ie", RequestWalk.JointAnswers), ("cloud", RequestWalk.CloudAnswers) }) _numbers[name] = await FiledAsync($"{Customer} {name}", answers);
        var known = new Dictionary<string, string>(StringComparer.Ordinal) { ["customer.name"] = Customer, ["customer.arr"] = "7341977", ["customer.addressable_market"] = "98765431" };
        await Get<OpportunityDesk>().PutAsync(new Opportunity(Id, known, null, "Sales system", new DateOnly(2026, 11, 1)), RequestWalk.Wren, Sight.Everything);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task No_page_tells_them_to_Cloud()
    {
        string[] more = ["/requests?q=Pangolin", "/queues/ie?stage=qualification", $"/queues/ie?at={_numbers["ie"]}", $"/queues/cloud?at={_numbers["cloud"]}"];
        using var cloud = await BrowserAsync(RequestWalk.Skye);
        using var ie = await BrowserAsync(RequestWalk.Bram);
        var told = new List<string>();
        foreach (var path in Doors.Of(app).Where(door => !door.IsApi && door.Method is "GET").SelectMany(Paths).Concat(more).Distinct())
        {
            if (Tells(await TextAsync(cloud, path))) told.Add(path);
        }

        Assert.Empty(told);
        Assert.DoesNotContain(Customer, await TextAsync(cloud, "/requests?q=7341977&state=all"), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"prio", await TextAsync(cloud, "/queues/ie"), StringComparison.Ordinal);
        Assert.Contains("class=\"prio", await TextAsync(ie, "/queues/ie"), StringComparison.Ordinal);
        Assert.True(Tells(await TextAsync(ie, $"/requests/{_numbers["ie"]}")));
    }

    [Fact]
    public async Task No_answer_of_the_API_tells_them_to_Cloud()
    {
        using var cloud = await app.ApiAsync(RequestWalk.Skye.Id);
        using var ie = await app.ApiAsync(RequestWalk.Bram.Id);
        var (told, toldIe) = (new List<string>(), new List<string>());
        foreach (var path in Doors.Of(app).Where(door => door.IsApi && door.Method is "GET").SelectMany(Paths).Append("/api/v1/requests?q=Pangolin").Distinct())
        {
            if (Tells(await TextAsync(cloud, path))) told.Add(path);
            if (Tells(await TextAsync(ie, path))) toldIe.Add(path);
        }

        Assert.Empty(told);
        Assert.NotEmpty(toldIe);
        var number = _numbers["cloud"];
        var acted = await cloud.SendAsync(HttpMethod.Post, $"/api/v1/requests/{number}/acts/comment", new { text = "Hello." });
        var late = await cloud.SendAsync(HttpMethod.Post, $"/api/v1/requests/{number}/acts/take", null, ("If-Match", "\"1\""));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.PreconditionFailed), (acted.StatusCode, late.StatusCode));
        Assert.False(Tells(await acted.Content.ReadAsStringAsync()) || Tells(await late.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Priorities_are_told_to_who_sees_what_makes_them()
    {
        using var cloud = await app.ApiAsync(RequestWalk.Skye.Id);
        using var ie = await app.ApiAsync(RequestWalk.Bram.Id);

        Assert.All((await cloud.ReadAsync("/api/v1/queues/ie")).GetProperty("items").EnumerateArray(), line => Assert.Equal(JsonValueKind.Null, line.GetProperty("score").ValueKind));
        Assert.Contains((await ie.ReadAsync("/api/v1/queues/ie")).GetProperty("items").EnumerateArray(), line => line.GetProperty("score").ValueKind is JsonValueKind.Object);
    }

    [Fact]
    public async Task No_assistant_tells_them_to_Cloud()
    {
        var arguments = new Dictionary<string, Dictionary<string, object?>>(StringComparer.Ordinal)
        {
            ["explain"] = new() { ["request"] = _numbers["cloud"] },
            ["what_if"] = new() { ["request"] = _numbers["cloud"], ["changes"] = new Dictionary<string, object?> { ["users_full"] = 5 } },
            ["find_requests"] = new() { ["words"] = "Pangolin" },
            ["queue"] = new() { ["team"] = "ie" },
            ["questions"] = [],
            ["propose_answers"] = new() { ["request"] = _numbers["cloud"], ["answers"] = new Dictionary<string, object?> { ["users_full"] = 5 }, ["why"] = "A guess." },
        };
        using var http = await app.ApiAsync(RequestWalk.Skye.Id);
        var transport = new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(http.BaseAddress!, "/mcp") }, http, ownsHttpClient: false);
        await using var assistant = await McpClient.CreateAsync(transport);
        foreach (var tool in await assistant.ListToolsAsync())
        {
            var result = await assistant.CallToolAsync(tool.Name, arguments[tool.Name]);
            var text = string.Concat(result.Content.OfType<TextContentBlock>().Select(block => block.Text));
            Assert.False(result.IsError is true || Tells(text), $"{tool.Name}: {text}");
            Assert.DoesNotContain("\"total\"", text, StringComparison.Ordinal);
        }
    }

    private static bool Tells(string text) => System.Text.RegularExpressions.Regex.IsMatch(text, Figures, System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));

    private static async Task<string> TextAsync(HttpClient by, string path)
    {
        using var answer = await by.GetAsync(path);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    // Each address once with what belongs to the request of either team.
    private IEnumerable<string> Paths(Door door) => _numbers.Select(one => door.Path(parameter => Value(parameter, one.Key, one.Value)));

    private static string Value(RoutePatternParameterPart parameter, string team, int number) => parameter.Name.ToLowerInvariant() switch
    {
        "number" => $"{number}",
        "team" or "teamid" => team,
        "externalid" => Id,
        "person" or "personid" => RequestWalk.Wren.Id,
        _ => Door.Fitting(parameter),
    };

    private async Task<int> FiledAsync(string customer, Decisions.AnswerSet answers)
    {
        var facts = new CustomerFacts(customer, "", Engagement.NewProduction, 7_341_977, 98_765_431, null, null, "");
        var desk = Get<RequestDesk>();
        var request = Done(await desk.FileAsync(Guid.NewGuid(), facts, answers, new Dictionary<string, string>(StringComparer.Ordinal), RequestWalk.Wren));
        var form = request.Current.Stage.Fields.Where(field => field.Required).ToDictionary(field => field.Id, RequestWalk.Sample, StringComparer.Ordinal);
        request = Done(await desk.ActAsync(request.Id, Sight.Everything, request.Version, (one, now) => one.SaveForm(form, RequestWalk.Wren, now)));
        return Done(await desk.ActAsync(request.Id, Sight.Everything, request.Version, (one, now) => one.Complete(RequestWalk.Wren, now))).Number;
    }

    private static Request Done(ActResult result) => Assert.IsType<ActResult.Done>(result).Request;

    private async Task<HttpClient> BrowserAsync(Person by)
    {
        var http = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = true });
        await RunningApp.SignInAsync(http, by.Id);
        return http;
    }

    private T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();
}
