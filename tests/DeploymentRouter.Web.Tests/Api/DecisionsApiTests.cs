using System.Net;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests.History;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Api;

public sealed class DecisionsApiTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Decisions = "/api/v1/decisions";

    private Playbook Playbook => app.Services.GetRequiredService<PlaybookInForce>().Current;

    [Fact]
    public async Task Every_case_of_the_playbook_is_decided_like_its_tests_say()
    {
        using var api = await app.ApiAsync("juniper-goldfinch");
        var cases = Playbook.Tests.Select(test => new { id = test.Id, answers = System.Text.Json.JsonSerializer.SerializeToElement(test.Answers, HistoryJson.Options) }).ToList();
        Assert.NotEmpty(cases);
        var batch = await (await api.SendAsync(HttpMethod.Post, $"{Decisions}/batch", new { cases })).JsonAsync();

        foreach (var (test, line) in Playbook.Tests.Zip(batch.GetProperty("decisions").EnumerateArray()))
        {
            var decision = Playbook.Rules.Decide(test.Answers);
            Assert.Equal((test.Id, decision.Outcome), (line.GetProperty("id").GetString(), line.GetProperty("decision").GetProperty("strategy").GetString()));
        }

        var one = await (await api.SendAsync(HttpMethod.Post, Decisions, new { cases[0].answers })).JsonAsync();
        Assert.Equal(batch.GetProperty("decisions")[0].GetProperty("decision").ToString(), one.ToString());
    }

    [Fact]
    public async Task With_nothing_known_everything_is_possible_and_it_says_what_to_ask_next()
    {
        using var api = await app.ApiAsync("juniper-goldfinch");
        var json = await (await api.SendAsync(HttpMethod.Post, $"{Decisions}/explain", new { answers = new { } })).JsonAsync();

        Assert.Equal(Playbook.Strategies.Count, json.GetProperty("decision").GetProperty("possible").GetArrayLength());
        Assert.False(string.IsNullOrEmpty(json.GetProperty("explanation").GetProperty("next").GetProperty("wording").GetString()));
    }

    [Fact]
    public async Task A_decided_case_says_why_not_the_others_and_what_would_change_it()
    {
        using var api = await app.ApiAsync("juniper-goldfinch");
        var test = Playbook.Tests.First(one => Playbook.Rules.Decide(one.Answers).Outcome is not null);
        var answers = System.Text.Json.JsonSerializer.SerializeToElement(test.Answers, HistoryJson.Options);
        var json = await (await api.SendAsync(HttpMethod.Post, $"{Decisions}/explain", new { answers })).JsonAsync();

        var losing = json.GetProperty("explanation").GetProperty("losing");
        Assert.Equal(Playbook.Strategies.Count - 1, losing.GetArrayLength());
        Assert.All(losing.EnumerateArray(), one => Assert.False(string.IsNullOrEmpty(one.GetProperty("because").GetString())));
        Assert.NotEmpty(json.GetProperty("explanation").GetProperty("inShort").EnumerateArray());
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_and_leaves_other_cases_alone()
    {
        using var api = await app.ApiAsync("juniper-goldfinch");
        await (await api.SendAsync(HttpMethod.Post, Decisions, new { answers = new { users_full = -1 } })).RefusedAsync(HttpStatusCode.UnprocessableEntity, "AnswerInvalid");
        await (await api.SendAsync(HttpMethod.Post, $"{Decisions}/explain", new { answers = new { no_such = 1 } })).RefusedAsync(HttpStatusCode.UnprocessableEntity, "UnknownQuestion");
        var many = Enumerable.Range(0, 1001).Select(id => new { id = $"{id}", answers = new { } });
        await (await api.SendAsync(HttpMethod.Post, $"{Decisions}/batch", new { cases = many })).RefusedAsync(HttpStatusCode.UnprocessableEntity, "TooManyCases");

        var batch = await (await api.SendAsync(HttpMethod.Post, $"{Decisions}/batch", new { cases = new object[] { new { id = "a", answers = new { no_such = 1 } }, new { id = "b", answers = new { } } } })).JsonAsync();
        Assert.NotNull(batch.GetProperty("decisions")[0].GetProperty("error").GetString());
        Assert.Null(batch.GetProperty("decisions")[1].GetProperty("error").GetString());
    }
}
