using System.Text.Json;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.Growth;
using DeploymentRouter.Persistence.Opportunities;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Sharing;
using DeploymentRouter.Web.Tests.Features.Requests;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using static DeploymentRouter.Web.Tests.Permissions.Hidden;

namespace DeploymentRouter.Web.Tests.Permissions;

/// <summary>The same sweep where no address names the row: assistants, the news of changes, links, sessions, what is half typed.</summary>
public sealed class SweepBesideTests(Hidden hidden) : IClassFixture<Hidden>
{
    [Theory]
    [InlineData("explain", """{"request":NUMBER}""")]
    [InlineData("what_if", """{"request":NUMBER,"changes":{"users_full":5}}""")]
    [InlineData("propose_answers", """{"request":NUMBER,"answers":{"users_full":5},"why":"A guess."}""")]
    public async Task An_assistant_is_answered_as_if_it_never_was(string tool, string arguments)
    {
        var (real, never, control) = (
            await CallAsync(hidden.Sales, tool, arguments, hidden.Request.Number),
            await CallAsync(hidden.Sales, tool, arguments, Never),
            await CallAsync(hidden.Ce, tool, arguments, hidden.Request.Number));

        Assert.Equal(never, real);
        Assert.True(real.IsError);
        Assert.False(control.IsError);
    }

    [Theory]
    [InlineData("find_requests", """{"words":"Quetzalcoatlus"}""")]
    [InlineData("find_requests", """{"state":"all"}""")]
    [InlineData("queue", """{"team":"ce"}""")]
    public async Task An_assistant_finds_it_nowhere(string tool, string arguments)
    {
        Assert.DoesNotContain(Secret, (await CallAsync(hidden.Sales, tool, arguments, 0)).Text, StringComparison.Ordinal);
        Assert.Contains(Secret, (await CallAsync(hidden.Ce, tool, arguments, 0)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_status_links_are_listed_made_and_revoked_by_nobody_else()
    {
        var (links, id) = (hidden.Get<StatusLinks>(), hidden.Request.Id);
        var sight = await SightAsync();
        var link = Assert.Single(await links.OfAsync(id, RequestWalk.Wren, Sight.Everything));

        Assert.Empty(await links.OfAsync(id, RequestWalk.Juniper, sight));
        Assert.Equal("NotFound", (await links.MakeAsync(id, 1, "", RequestWalk.Juniper, sight)).Refusal?.Name);
        Assert.Equal("NotFound", (await links.RevokeAsync(id, link.Id, RequestWalk.Juniper, sight))?.Name);
        Assert.Single(await links.OfAsync(id, RequestWalk.Wren, Sight.Everything));
    }

    [Fact]
    public async Task News_of_it_reach_a_page_that_reads_again_and_finds_nothing()
    {
        var sight = await SightAsync();
        Assert.Null(await hidden.Get<RequestStore>().FindAsync(hidden.Request.Id, sight));
        Assert.Null(await hidden.Get<RequestStore>().FindToActAsync(hidden.Request.Id, sight));
        Assert.False(await hidden.Get<RequestList>().HasNumberAsync(hidden.Request.Number, sight));
        var watched = Assert.Single((await hidden.Get<GrowthRadar>().PageAsync(null, 1, Sight.Everything)).Lines, line => line.Customer == "Amberjack Submarines");
        var request = (await hidden.Get<RequestStore>().FindAsync(watched.Number, Sight.Everything))!;
        Assert.True(await hidden.Get<GrowthRadar>().ConcernsAsync(request.Id, Sight.Everything));
        Assert.False(await hidden.Get<GrowthRadar>().ConcernsAsync(request.Id, sight));
    }

    [Fact]
    public async Task An_opportunity_of_another_account_is_neither_told_of_nor_overwritten()
    {
        var desk = hidden.Get<OpportunityDesk>();
        var sight = await SightAsync();
        var mine = Known("Juniper’s own");

        Assert.Empty(await desk.MatchingAsync($"{Secret} Airways", "", sight));
        Assert.Equal("AccountNotYours", (await desk.PutAsync(mine, RequestWalk.Juniper, sight)).Refusal?.Name);
        Assert.Equal("AccountNotYours", (await desk.PutAsync(mine, RequestWalk.Juniper, Sight.OfAccounts(["Juniper's own"]))).Refusal?.Name);
        Assert.Equal($"{Secret} Airways", (await desk.FindAsync(Secret, Sight.Everything))!.Account);
    }

    [Fact]
    public async Task A_session_of_somebody_else_is_not_ended_and_what_they_type_not_read()
    {
        var session = await hidden.Get<Sessions>().StartAsync(RequestWalk.Otis.Id, "test", null, null);
        await hidden.Get<UnsentTexts>().KeepAsync(RequestWalk.Otis.Id, hidden.Request.Id, "comment", "Not yet.");

        Assert.False(await hidden.Get<Sessions>().EndAsync(session, RequestWalk.Wren.Id, RequestWalk.Wren));
        Assert.NotNull(await hidden.Get<Sessions>().PersonAsync(session));
        Assert.DoesNotContain(await hidden.Get<Sessions>().OfAsync(RequestWalk.Wren.Id), line => line.Id == session);
        Assert.Empty(await hidden.Get<UnsentTexts>().OfAsync(RequestWalk.Wren.Id, hidden.Request.Id));
    }

    private static Opportunity Known(string account) =>
        new(Secret, new Dictionary<string, string>(StringComparer.Ordinal) { ["customer.name"] = account }, null, "Sales system", new DateOnly(2026, 10, 1));

    private Task<Sight> SightAsync() => hidden.Get<Sights>().OfAsync(RequestWalk.Juniper);

    private static async Task<(bool IsError, string Text)> CallAsync(HttpClient by, string tool, string arguments, int number)
    {
        var transport = new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(by.BaseAddress!, "/mcp") }, by, ownsHttpClient: false);
        await using var assistant = await McpClient.CreateAsync(transport);
        var result = await assistant.CallToolAsync(tool, JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments.Replace("NUMBER", $"{number}", StringComparison.Ordinal))!);
        return (result.IsError is true, string.Concat(result.Content.OfType<TextContentBlock>().Select(block => block.Text)));
    }
}
