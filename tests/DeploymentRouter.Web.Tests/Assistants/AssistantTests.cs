using System.Net;
using System.Text;
using System.Text.Json;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Tests.Api;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace DeploymentRouter.Web.Tests.Assistants;

/// <summary>An assistant over the Model Context Protocol, as its own client library speaks it.</summary>
public sealed class AssistantTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Ce = "wren-lanternby";
    private const int Number = RequestStore.FirstNumber;

    [Fact]
    public async Task An_assistant_finds_what_it_can_do_and_all_but_the_proposal_only_reads()
    {
        await using var assistant = await ConnectAsync(Ce);

        var tools = await assistant.ListToolsAsync();

        Assert.Equal(["explain", "find_requests", "propose_answers", "questions", "queue", "what_if"], tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, tool => Assert.Equal(tool.Name != "propose_answers", tool.ProtocolTool.Annotations!.ReadOnlyHint));
        Assert.All(tools, tool => Assert.NotEqual("", tool.Description));
    }

    [Fact]
    public async Task It_explains_a_request_and_says_what_would_be()
    {
        await using var assistant = await ConnectAsync(Ce);
        var request = (await app.Services.GetRequiredService<RequestStore>().FindAsync(Number))!;

        var explained = await CallAsync(assistant, "explain", new() { ["request"] = Number });
        var whatIf = await CallAsync(assistant, "what_if", new() { ["request"] = Number, ["changes"] = new Dictionary<string, object?> { ["code_host_reachability"] = null } });

        Assert.Equal(request.Decision.Outcome, explained.GetProperty("decision").GetProperty("strategy").GetString());
        Assert.NotEqual(0, explained.GetProperty("explanation").GetProperty("inShort").GetArrayLength());
        Assert.Equal(request.Decision.Outcome, whatIf.GetProperty("before").GetProperty("strategy").GetString());
        Assert.True(whatIf.GetProperty("after").TryGetProperty("decision", out _));
    }

    [Fact]
    public async Task It_finds_requests_and_reads_a_queue()
    {
        await using var assistant = await ConnectAsync("juniper-goldfinch");
        var customer = (await app.Services.GetRequiredService<RequestStore>().FindAsync(Number))!.Customer.Name;

        var found = await CallAsync(assistant, "find_requests", new() { ["words"] = customer, ["state"] = "all" });
        var queue = await CallAsync(assistant, "queue", new() { ["team"] = "ie" });

        Assert.Contains(found.EnumerateArray(), line => line.GetProperty("customer").GetString() == customer);
        Assert.NotEqual(0, queue.GetArrayLength());
    }

    [Fact]
    public async Task A_proposal_is_read_by_everybody_and_changes_nothing()
    {
        var store = app.Services.GetRequiredService<RequestStore>();
        var before = (await store.FindAsync(Number + 2))!;
        await using var assistant = await ConnectAsync(Ce);

        var proposal = await CallAsync(assistant, "propose_answers", new()
        {
            ["request"] = Number + 2,
            ["answers"] = new Dictionary<string, object?> { ["users_full"] = 77_777 },
            ["why"] = "Their mail of this morning says so.",
        });

        var after = (await store.FindAsync(Number + 2))!;
        var comment = Assert.IsType<Commented>(after.History[^1].What);
        Assert.Contains("77,777", comment.Text, StringComparison.Ordinal);
        Assert.Contains("Their mail of this morning says so.", comment.Text, StringComparison.Ordinal);
        Assert.Equal((before.Answers, before.State, before.Version + 1), (after.Answers, after.State, after.Version));
        Assert.Equal(Number + 2, proposal.GetProperty("request").GetInt32());
    }

    [Theory]
    [InlineData("explain", """{"request":999999}""", "There is no such request.")]
    [InlineData("explain", """{"answers":{"no_such":true}}""", "The playbook asks no question “no_such”.")]
    [InlineData("explain", """{"answers":{"users_full":"many"}}""", "users_full: expected")]
    [InlineData("queue", """{"team":"cleaners"}""", "There is no such team.")]
    [InlineData("propose_answers", """{"request":1001,"answers":{},"why":"-"}""", "Propose at least one answer.")]
    public async Task What_it_cannot_do_is_said_in_a_sentence(string tool, string arguments, string sentence)
    {
        await using var assistant = await ConnectAsync(Ce);
        var result = await assistant.CallToolAsync(tool, JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments)!);

        Assert.True(result.IsError);
        Assert.Contains(sentence, Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_only_reads_proposes_nothing()
    {
        var store = app.Services.GetRequiredService<RequestStore>();
        var version = (await store.FindAsync(Number))!.Version;
        await using var assistant = await ConnectAsync(Ce, TokenScope.Read);

        var result = await assistant.CallToolAsync(
            "propose_answers", new Dictionary<string, object?> { ["request"] = Number, ["answers"] = new Dictionary<string, object?> { ["users_full"] = 5 }, ["why"] = "." });

        Assert.True(result.IsError);
        Assert.Equal(version, (await store.FindAsync(Number))!.Version);
    }

    [Fact]
    public async Task Without_a_token_the_door_is_shut_and_a_cookie_is_none()
    {
        using var visitor = app.Visitor();
        await RunningApp.SignInAsync(visitor, Ce);

        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.PostAsync("/mcp", new StringContent("{}", Encoding.UTF8, "application/json"))).StatusCode);
    }

    private async Task<McpClient> ConnectAsync(string personId, params TokenScope[] scopes)
    {
        var http = await app.ApiAsync(personId, scopes);
        return await McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(http.BaseAddress!, "/mcp") }, http, ownsHttpClient: true));
    }

    private static async Task<JsonElement> CallAsync(McpClient assistant, string tool, Dictionary<string, object?> arguments)
    {
        var result = await assistant.CallToolAsync(tool, arguments);
        Assert.False(result.IsError is true, Text(result));
        return JsonDocument.Parse(Text(result)).RootElement;
    }

    private static string Text(CallToolResult result) => string.Concat(result.Content.OfType<TextContentBlock>().Select(block => block.Text));
}
