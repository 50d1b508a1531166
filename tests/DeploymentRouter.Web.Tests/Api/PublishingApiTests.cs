using System.Net;
using System.Text;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Playbooks;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Api;

/// <summary>Each test has an installation of its own: what is published stays in force.</summary>
public sealed class PublishingApiTests : IDisposable
{
    private const string Playbook = "/api/v1/playbook";
    private static readonly Person Owner = new("odile-marginalia", "Odile Marginalia", "", false) { OwnsPlaybook = true };
    private static readonly string Yaml = Encoding.UTF8.GetString(PlaybookFile.DefaultBytes());
    private static readonly string Second = Yaml.Replace("\nversion: 1\n", "\nversion: 2\n", StringComparison.Ordinal)
        .Replace("contains any of [iso27001, fedramp, hipaa, pci]", "contains any of [iso27001, fedramp, hipaa]", StringComparison.Ordinal);

    private readonly RunningApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_playbook_is_tried_put_in_force_listed_and_read()
    {
        using var api = await OwnerAsync();
        var trial = await (await api.SendAsync(HttpMethod.Post, $"{Playbook}/publish", new { yaml = Second, dryRun = true })).JsonAsync();
        Assert.True(trial.GetProperty("canBePublished").GetBoolean(), trial.ToString());
        Assert.NotEqual("0", trial.GetProperty("diff").GetProperty("changed").GetString());
        Assert.Equal(1, (await api.ReadAsync(Playbook)).GetProperty("version").GetInt32());

        var made = await PublishAsync(api, Second, trial.GetProperty("seenHash").GetString()!);

        Assert.Equal((HttpStatusCode.Created, $"{Playbook}/versions/1"), (made.StatusCode, made.Headers.Location?.OriginalString));
        Assert.Equal(2, (await api.ReadAsync(Playbook)).GetProperty("version").GetInt32());
        var line = (await api.ReadAsync($"{Playbook}/versions")).GetProperty("items")[0];
        Assert.Equal(("Odile Marginalia", "PCI is supported by now."), (line.GetProperty("by").GetString(), line.GetProperty("note").GetString()));
        Assert.Equal(Second, await api.GetStringAsync($"{Playbook}/versions/1"));
        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync($"{Playbook}/versions/2")).StatusCode);
        Assert.Equal("cloud", (await (await api.SendAsync(HttpMethod.Post, "/api/v1/decisions", new { answers = PciAnswers })).JsonAsync()).GetProperty("possible")[0].GetString());
    }

    [Fact]
    public async Task Without_what_its_author_saw_or_after_another_nothing_is_put_in_force()
    {
        using var api = await OwnerAsync();
        var seen = (await api.ReadAsync(Playbook)).GetProperty("hash").GetString()!;
        await (await api.SendAsync(HttpMethod.Post, $"{Playbook}/publish", new { yaml = Second, note = "x" })).RefusedAsync(HttpStatusCode.PreconditionRequired, "IfMatchNeeded");
        await (await api.SendAsync(HttpMethod.Post, $"{Playbook}/publish", new { yaml = Second, note = "x" }, ("If-Match", "nonsense"))).RefusedAsync(HttpStatusCode.BadRequest, "IfMatchInvalid");
        await PublishAsync(api, Second, seen);

        var late = await PublishAsync(api, Second.Replace("\nversion: 2\n", "\nversion: 3\n", StringComparison.Ordinal), seen);

        Assert.Contains("Odile Marginalia put version 2 in force", (await late.JsonAsync()).GetProperty("detail").GetString(), StringComparison.Ordinal);
        await late.RefusedAsync(HttpStatusCode.PreconditionFailed, "Overtaken");
    }

    [Fact]
    public async Task What_is_unsound_or_still_needed_or_without_a_reason_is_refused_with_what_is_wrong()
    {
        using var api = await OwnerAsync();
        var seen = (await api.ReadAsync(Playbook)).GetProperty("hash").GetString()!;
        var unsound = await PublishAsync(api, Second.Replace("users_full > 20,000", "users_full > 19,000", StringComparison.Ordinal), seen);
        Assert.Equal("test_failed", (await unsound.JsonAsync()).GetProperty("findings")[0].GetProperty("kind").GetString());
        await unsound.RefusedAsync(HttpStatusCode.UnprocessableEntity, "PlaybookUnsound");

        // The demo customers stand in every stage.
        var needed = await PublishAsync(api, Second.Replace("\n      cloud_review:\n", "\n      look_by_cloud:\n", StringComparison.Ordinal), seen);
        Assert.NotEmpty((await needed.JsonAsync()).GetProperty("obstacles")[0].GetProperty("requests").EnumerateArray());
        await needed.RefusedAsync(HttpStatusCode.Conflict, "PlaybookInUse");

        await (await api.SendAsync(HttpMethod.Post, $"{Playbook}/publish", new { yaml = Second }, ("If-Match", $"\"{seen}\""))).RefusedAsync(HttpStatusCode.UnprocessableEntity, "TextNeeded");
    }

    [Fact]
    public async Task Nobody_else_publishes_and_no_token_without_the_scope()
    {
        await OwnerAsync();
        using var admin = await _app.ApiAsync("quill-mossgate");
        await (await admin.SendAsync(HttpMethod.Post, $"{Playbook}/publish", new { yaml = Second, dryRun = true })).RefusedAsync(HttpStatusCode.Forbidden, "NotAPlaybookOwner");
        using var narrow = await OwnerAsync(TokenScope.Read, TokenScope.Act, TokenScope.Manage);
        Assert.Equal(HttpStatusCode.Forbidden, (await narrow.SendAsync(HttpMethod.Post, $"{Playbook}/publish", new { yaml = Second, dryRun = true })).StatusCode);
    }

    [Fact]
    public async Task A_playbook_that_the_settings_do_not_fit_is_refused()
    {
        _app.Settings["Rights:SeeCommercial"] = "sales";
        using var api = await OwnerAsync();
        var without = Second.Replace("  sales:\n    name: Sales\n    full_name: Sales\n", "", StringComparison.Ordinal)
            .Replace("also_by: [sales]\n", "also_by: [ce]\n", StringComparison.Ordinal).Replace("asked_by: [ce, sales]", "asked_by: [ce]", StringComparison.Ordinal);
        var refused = await PublishAsync(api, without, (await api.ReadAsync(Playbook)).GetProperty("hash").GetString()!);
        Assert.Contains("Rights:SeeCommercial names the team 'sales'", (await refused.JsonAsync()).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static Dictionary<string, object> PciAnswers => new(StringComparer.Ordinal)
    {
        ["required_certifications"] = new[] { "pci" },
        ["admin_access_ok"] = true,
        ["audit_logging_ok"] = true,
        ["other_cloud_blockers"] = false,
        ["hosting_region"] = "any",
        ["code_host_types"] = new[] { "github" },
        ["code_host_reachability"] = "public",
    };

    private static Task<HttpResponseMessage> PublishAsync(HttpClient api, string yaml, string seen) =>
        api.SendAsync(HttpMethod.Post, $"{Playbook}/publish", new { yaml, note = "PCI is supported by now." }, ("If-Match", $"\"{seen}\""));

    private async Task<HttpClient> OwnerAsync(params TokenScope[] scopes)
    {
        var http = _app.CreateClient();
        await _app.Services.GetRequiredService<PeopleDirectory>().RememberAsync([Owner]);
        var (token, _) = await _app.Services.GetRequiredService<AccessTokens>().CreateAsync("test", scopes.Length == 0 ? Enum.GetValues<TokenScope>() : scopes, 1, Owner);
        http.DefaultRequestHeaders.Authorization = new("Bearer", token!.Key);
        return http;
    }
}
