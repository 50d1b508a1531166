using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Api;

public sealed class TokensApiTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Path = "/api/v1/tokens";
    private const string Wren = "wren-lanternby";
    private const string Bram = "bram-copperkettle";

    [Fact]
    public async Task A_token_is_made_used_listed_and_revoked()
    {
        using var api = await app.ApiAsync(Wren);
        var made = await api.PostAsJsonAsync(Path, new { name = "Nightly export", scopes = new[] { "read", "manage" }, days = 30 });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var json = await made.JsonAsync();
        var id = json.GetProperty("token").GetProperty("id").GetString();

        using var program = app.CreateClient();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", json.GetProperty("key").GetString());
        var listed = await (await program.GetAsync(Path)).JsonAsync();
        Assert.Contains(listed.EnumerateArray(), token => token.GetProperty("id").GetString() == id && !token.TryGetProperty("key", out _));

        Assert.Equal(HttpStatusCode.NoContent, (await api.DeleteAsync($"{Path}/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync(Path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await api.DeleteAsync($"{Path}/{id}")).StatusCode);
    }

    [Fact]
    public async Task A_token_makes_no_token_with_more_scopes_than_its_own()
    {
        using var api = await app.ApiAsync(Wren, TokenScope.Manage, TokenScope.Read);
        var wide = await api.PostAsJsonAsync(Path, new { name = "Wider", scopes = new[] { "read", "act" }, days = 1 });

        Assert.Equal((HttpStatusCode.Forbidden, "TokenScopeTooWide"), (wide.StatusCode, await wide.RefusalAsync()));
        Assert.Equal(HttpStatusCode.Created, (await api.PostAsJsonAsync(Path, new { name = "As wide", scopes = new[] { "read" }, days = 1 })).StatusCode);
    }

    [Fact]
    public async Task The_tokens_of_somebody_else_are_not_there()
    {
        using var wren = await app.ApiAsync(Wren);
        var id = (await (await wren.PostAsJsonAsync(Path, new { name = "Hers", scopes = new[] { "read" }, days = 1 })).JsonAsync()).GetProperty("token").GetProperty("id").GetString();
        using var bram = await app.ApiAsync(Bram);

        Assert.Equal(HttpStatusCode.NotFound, (await bram.DeleteAsync($"{Path}/{id}")).StatusCode);
        Assert.DoesNotContain(id!, await bram.GetStringAsync(Path), StringComparison.Ordinal);
        using var quill = await app.ApiAsync("quill-mossgate");
        Assert.Equal(HttpStatusCode.NotFound, (await quill.DeleteAsync($"{Path}/{id}")).StatusCode);
    }

    [Fact]
    public async Task A_teams_tokens_are_for_its_lead_and_administrators_and_act_as_themselves()
    {
        using var bram = await app.ApiAsync(Bram);
        var cloud = await bram.GetAsync($"{Path}?team=cloud");
        Assert.Equal((HttpStatusCode.Forbidden, "NotTheLead"), (cloud.StatusCode, await cloud.RefusalAsync()));
        using var quill = await app.ApiAsync("quill-mossgate");
        var ie = app.Services.GetRequiredService<PlaybookInForce>().Current.Team("cloud");
        Assert.True((await app.Services.GetRequiredService<TeamDesk>().SetLeadAsync(ie, "skye-nimbus", true, DemoPeople.Find("quill-mossgate")!.Person)).Succeeded);
        using var skye = await app.ApiAsync("skye-nimbus");

        var made = await skye.PostAsJsonAsync(Path, new { name = "Provisioner", scopes = new[] { "read", "act", "manage" }, days = 90, team = "cloud" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var json = await made.JsonAsync();
        Assert.StartsWith("drt_", json.GetProperty("key").GetString(), StringComparison.Ordinal);
        Assert.Contains("Provisioner", await quill.GetStringAsync($"{Path}?team=cloud"), StringComparison.Ordinal);

        using var program = app.CreateClient();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", json.GetProperty("key").GetString());
        foreach (var answer in new[] { await program.GetAsync(Path), await program.GetAsync($"{Path}?team=cloud"), await program.PostAsJsonAsync(Path, new { name = "Next", scopes = new[] { "read" }, days = 1 }) })
            Assert.Equal((HttpStatusCode.Forbidden, "NotATokensWork"), (answer.StatusCode, await answer.RefusalAsync()));
    }

    [Theory]
    [InlineData("", 30, "read", "TokenNameInvalid")]
    [InlineData("A", 0, "read", "TokenDaysInvalid")]
    [InlineData("A", 367, "read", "TokenDaysInvalid")]
    [InlineData("A", 1, null, "TokenScopeMissing")]
    public async Task What_cannot_be_made_is_said(string name, int days, string? scope, string refusal)
    {
        using var api = await app.ApiAsync(Wren);
        var answer = await api.PostAsJsonAsync(Path, new { name, days, scopes = scope is null ? Array.Empty<string>() : [scope] });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, refusal), (answer.StatusCode, await answer.RefusalAsync()));
    }

    [Fact]
    public async Task Without_the_scope_for_it_nobody_sees_tokens()
    {
        using var api = await app.ApiAsync(Wren, TokenScope.Read, TokenScope.Act, TokenScope.Import, TokenScope.Publish);
        var answer = await api.GetAsync(Path);

        Assert.Equal((HttpStatusCode.Forbidden, "TokenScopeTooNarrow"), (answer.StatusCode, await answer.RefusalAsync()));
    }
}
