using System.Net;
using System.Net.Http.Json;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.Drafts;
using DeploymentRouter.Persistence.Files;
using DeploymentRouter.Persistence.Opportunities;
using DeploymentRouter.Persistence.Playbooks;
using DeploymentRouter.Persistence.Playbooks.Publishing;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Webhooks;
using DeploymentRouter.Web.Api;
using DeploymentRouter.Web.Api.Requests;
using DeploymentRouter.Web.Tests.Features.Requests;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Permissions;

/// <summary>Every address of the API that is no act on a request, tried as every role.</summary>
public sealed class DoorsTests(RunningApp app) : IClassFixture<RunningApp>
{
    private static readonly Matrix Page = Matrix.Read();
    private static readonly object Playbook = new { after = "name: x" };
    private static readonly object Handed = new { account = "Larkspur Foundry", source = "Sales system", asOf = "2026-11-01" };
    private const string Known = "opp-1";

    // A name that never leads anywhere (RFC 2606).
    private const string Elsewhere = "https://hooks.invalid/";
    private int _turn;

    [Fact]
    public async Task Every_address_opens_to_whom_the_matrix_says_and_to_nobody_else()
    {
        var cast = await Cast.EnterAsync(app);
        var request = await app.Services.GetRequiredService<RequestStore>().AddAsync(RequestWalk.InQualification().Request, Guid.NewGuid());
        var file = (await app.Services.GetRequiredService<AttachmentDesk>().AttachAsync(
            request.Number, "plan.txt", 4, new MemoryStream("plan"u8.ToArray()), RequestWalk.Wren, Sight.Everything, default)).File!;
        await app.Services.GetRequiredService<OpportunityDesk>().PutAsync(
            new Opportunity(Known, new Dictionary<string, string>(StringComparer.Ordinal) { [DraftKeys.CustomerName] = "Larkspur Foundry" }, null, "Sales system", new DateOnly(2026, 11, 1)), RequestWalk.Wren, Sight.Everything);
        await app.Services.GetRequiredService<PlaybookDesk>().PublishAsync(
            PlaybookFile.DefaultBytes(), app.Services.GetRequiredService<PlaybookInForce>().Current.Hash, "As it is.", Cast.Of("Owner"), Sight.Everything);
        var tries = new List<Tried>();
        foreach (var endpoint in Endpoints())
        {
            var name = endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName;
            var method = new HttpMethod(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]);
            foreach (var role in Matrix.Roles)
            {
                var path = await PathAsync(name, endpoint.RoutePattern.RawText!, request, file.Number, Cast.Of(role));
                using var answer = await cast.Program(role).SendAsync(new HttpRequestMessage(method, path) { Content = method == HttpMethod.Get ? null : Body(name) });
                Assert.True((int)answer.StatusCode < 500, $"{name} as {role}: {answer.StatusCode}");
                // A body that says too little is told so only to whoever may send one.
                var isOpen = answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound);
                tries.Add(Tried.Other(name, role, isOpen ? null : new Refusal(nameof(Refusals.NotYourAct), "")));
            }
        }

        Assert.Equal("", string.Join("\n", Tried.Disagreements(Page, tries)));
        app.Faults.AssertNone();
    }

    private IEnumerable<RouteEndpoint> Endpoints() => app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith(ApiV1.Root, StringComparison.Ordinal) && endpoint.Metadata.GetMetadata<ActOfEndpoint>() is null);

    private async Task<string> PathAsync(string name, string pattern, Request request, int entry, Person by)
    {
        var member = name is "AddAbsence" or "RemoveAbsence" && by.TeamId == "ie" ? by.Id : "bram-copperkettle";
        var path = pattern.Replace("{number:int}", $"{request.Number}", StringComparison.Ordinal).Replace("{entry:int}", $"{entry}", StringComparison.Ordinal)
            .Replace("{delivery:long}", $"{await DeliveryAsync(name)}", StringComparison.Ordinal).Replace("{team}", "ie", StringComparison.Ordinal).Replace("{person}", member, StringComparison.Ordinal).Replace("{absence:guid}", $"{Guid.NewGuid()}", StringComparison.Ordinal)
            .Replace("{publication:int}", "1", StringComparison.Ordinal);
        path = path.Replace("{externalId}", Known, StringComparison.Ordinal);
        if (path.Contains("{id:guid}", StringComparison.Ordinal)) path = path.Replace("{id:guid}", $"{await OwnAsync(name, by)}", StringComparison.Ordinal);
        Assert.DoesNotContain('{', path);
        return name is "AttachFile" ? $"{path}?name=notes-{_turn++}.txt" : path;
    }

    private async Task<Guid> OwnAsync(string name, Person by) =>
        name.Contains("Webhook", StringComparison.Ordinal) || name is "ListDeliveries" or "Redeliver" ? (await HookAsync()).Id
        : name is "RevokeToken" ? (await app.Services.GetRequiredService<AccessTokens>().CreateAsync($"own {_turn++}", [TokenScope.Read], 1, by)).Token!.Line.Id
        : (await app.Services.GetRequiredService<DraftStore>().StartAsync(by.Id)).Id;

    // Paused, so that nothing is sent to an address on the internet.
    private async Task<WebhookLine> HookAsync()
    {
        var desk = app.Services.GetRequiredService<WebhookDesk>();
        if ((await desk.ListAsync(Cast.Of("Admin"))).Lines is [var there, ..]) return there;
        var made = (await desk.MakeAsync(new WebhookWish("Warehouse", Elsewhere, ["request.pinned"]), Cast.Of("Admin"))).Made!.Line;
        await desk.PauseAsync(made.Id, Cast.Of("Admin"));
        return made;
    }

    private async Task<long> DeliveryAsync(string name) =>
        name is "Redeliver" ? (await app.Services.GetRequiredService<WebhookDesk>().PingAsync((await HookAsync()).Id, Cast.Of("Admin"))).Delivery!.Id : 0;

    private HttpContent Body(string name) => name switch
    {
        "AttachFile" => new StringContent($"notes {_turn++}"),
        "CheckPlaybook" => new StringContent("name: x", System.Text.Encoding.UTF8, "application/yaml"),
        "PublishPlaybook" => JsonContent.Create(new { yaml = "name: x", note = "No." }),
        "ComparePlaybooks" => JsonContent.Create(Playbook),
        "FileRequest" => JsonContent.Create(new { customer = new { name = "Larkspur Foundry", engagement = "trial" } }),
        "ChangeDraft" => JsonContent.Create(new { fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["customer.name"] = $"Larkspur {_turn++}" } }),
        "Decide" or "ExplainDecision" => JsonContent.Create(new { answers = new { } }),
        "DecideMany" => JsonContent.Create(new { cases = Array.Empty<object>() }),
        "MakeToken" => JsonContent.Create(new { name = $"made {_turn++}", scopes = new[] { "read" }, days = 1 }),
        "MakeWebhook" or "ChangeWebhook" => JsonContent.Create(new { name = $"made {_turn++}", url = Elsewhere, events = new[] { "request.pinned" } }),
        "SetBandwidth" => JsonContent.Create(new { requests = 10 + _turn++ }),
        "SetAutomatic" => JsonContent.Create(new { isAutomatic = false }),
        "SetCapacity" => JsonContent.Create(new { requests = 5 + (_turn++ % 20) }),
        "InvitePerson" => JsonContent.Create(new { name = "Isolde Marsh", email = $"isolde-{_turn++}@pebbleworks.example", team = "ie" }),
        "ChangeRights" => JsonContent.Create(new { team = "ie", isAdmin = false, ownsPlaybook = false }),
        "SetDisabled" => JsonContent.Create(new { isDisabled = false }),
        "SetAccounts" => JsonContent.Create(new { names = new[] { $"Larkspur {_turn++}" } }),
        "SetLead" => JsonContent.Create(new { isLead = false }),
        "ImportRequests" or "ImportReadings" => new StringContent("key\n", System.Text.Encoding.UTF8, "text/csv"),
        "PutOpportunity" => JsonContent.Create(Handed),
        "PutOpportunities" => JsonContent.Create(new[] { new { externalId = Known, opportunity = Handed } }),
        "AddAbsence" => JsonContent.Create(new { from = Day(), to = Day() }),
        _ => JsonContent.Create(new { }),
    };

    private string Day() => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(30 + _turn++).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
