using System.Net;
using System.Text;
using DeploymentRouter.Persistence.Playbooks;

namespace DeploymentRouter.Web.Tests.Api;

public sealed class PlaybookApiTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Playbook = "/api/v1/playbook";
    private static readonly string Yaml = Encoding.UTF8.GetString(PlaybookFile.DefaultBytes());

    [Fact]
    public async Task The_playbook_in_force_is_read_as_JSON_or_byte_for_byte()
    {
        using var api = await app.ApiAsync("juniper-goldfinch");
        var json = await api.ReadAsync(Playbook);
        Assert.NotEmpty(json.GetProperty("questions").EnumerateArray());
        Assert.NotEmpty(json.GetProperty("strategies")[0].GetProperty("stages").EnumerateArray());

        var yaml = await api.SendAsync(HttpMethod.Get, Playbook, body: null, ("Accept", "application/yaml"));
        Assert.Equal("application/yaml", yaml.Content.Headers.ContentType!.MediaType);
        Assert.Equal(PlaybookFile.DefaultBytes(), await yaml.Content.ReadAsByteArrayAsync());
        Assert.Equal($"\"{json.GetProperty("hash").GetString()}\"", yaml.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.NotModified, (await api.SendAsync(HttpMethod.Get, Playbook, body: null, ("Accept", "application/yaml"), ("If-None-Match", yaml.Headers.ETag.Tag))).StatusCode);
    }

    [Fact]
    public async Task A_playbook_is_proven()
    {
        using var api = await app.ApiAsync("juniper-goldfinch");
        var sound = await (await CheckAsync(api, Yaml)).JsonAsync();
        Assert.True(sound.GetProperty("sound").GetBoolean(), sound.ToString());

        var broken = await (await CheckAsync(api, "name: [")).JsonAsync();
        Assert.False(broken.GetProperty("sound").GetBoolean());
        Assert.Equal("unreadable", broken.GetProperty("findings")[0].GetProperty("kind").GetString());
        await (await CheckAsync(api, new string('#', 1024 * 1024 + 1))).RefusedAsync(HttpStatusCode.RequestEntityTooLarge, "TooLarge");
    }

    [Fact]
    public async Task Two_playbooks_are_compared()
    {
        using var api = await app.ApiAsync("juniper-goldfinch");
        var same = await (await api.SendAsync(HttpMethod.Post, $"{Playbook}/diff", new { after = Yaml })).JsonAsync();
        Assert.Equal(("0", 0), (same.GetProperty("changed").GetString(), same.GetProperty("regions").GetArrayLength()));

        var renamed = await (await api.SendAsync(HttpMethod.Post, $"{Playbook}/diff", new { before = Yaml, after = Yaml.Replace("\nname: ", "\nname: Other ", StringComparison.Ordinal).Replace("name: Default", "name: Other", StringComparison.Ordinal) })).JsonAsync();
        Assert.Equal("name", renamed.GetProperty("text")[0].GetProperty("where").GetString());
        await (await api.SendAsync(HttpMethod.Post, $"{Playbook}/diff", new { after = "name: [" })).RefusedAsync(HttpStatusCode.UnprocessableEntity, "PlaybookUnreadable");
    }

    [Fact]
    public async Task One_caller_has_one_playbook_on_the_bench_and_is_told_when_to_come_back()
    {
        using var api = await app.ApiAsync("juniper-goldfinch");
        using var bram = await app.ApiAsync("bram-copperkettle");

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => CheckAsync(api, Yaml)).Append(CheckAsync(bram, Yaml)));

        Assert.Equal(HttpStatusCode.OK, answers[^1].StatusCode);
        Assert.Contains(answers[..^1], answer => answer.StatusCode is HttpStatusCode.OK);
        var full = answers.First(answer => answer.StatusCode is HttpStatusCode.TooManyRequests);
        Assert.Equal(("BenchFull", TimeSpan.FromSeconds(5)), (await full.RefusalAsync(), full.Headers.RetryAfter?.Delta));
        Assert.Equal(HttpStatusCode.OK, (await CheckAsync(api, Yaml)).StatusCode);
    }

    private static Task<HttpResponseMessage> CheckAsync(HttpClient api, string yaml) =>
        api.PostAsync($"{Playbook}/check", new StringContent(yaml, Encoding.UTF8, "application/yaml"));
}
