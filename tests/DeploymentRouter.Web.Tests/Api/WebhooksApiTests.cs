using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Webhooks;
using DeploymentRouter.Web.Tests.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Api;

public sealed class WebhooksApiTests : IClassFixture<RunningApp>
{
    private const string Path = "/api/v1/webhooks";
    private const string Quill = "quill-mossgate";
    private readonly RunningApp _app;

    public WebhooksApiTests(RunningApp app)
    {
        _app = app;
        app.Settings["Webhooks:AllowedHosts"] = "127.0.0.1";
        app.Settings["Webhooks:PublicAddress"] = "https://router.example/";
    }

    [Fact]
    public async Task What_happens_arrives_at_a_real_server_signed_and_in_order()
    {
        await using var receiver = await Receiver.StartAsync();
        using var admin = await _app.ApiAsync(Quill);
        using var wren = await _app.ApiAsync("wren-lanternby");
        var made = await (await admin.PostAsJsonAsync(Path, new { name = "Warehouse", url = receiver.At(), events = new[] { "request.filed", "request.commented" } })).JsonAsync();
        var secret = made.GetProperty("secret").GetString()!;

        var filed = await wren.SendAsync(HttpMethod.Post, "/api/v1/requests", Calling.NewRequest("Larkspur Foundry"));
        var number = (await filed.JsonAsync()).GetProperty("number").GetInt32();
        await wren.PostAsJsonAsync($"/api/v1/requests/{number}/acts/comment", new { text = "Hello." });
        await UntilAsync(() => receiver.Messages.Count == 2);

        var messages = receiver.Messages.ToArray();
        Assert.Equal(["request.filed", "request.commented"], messages.Select(one => JsonDocument.Parse(one.Body).RootElement.GetProperty("type").GetString()));
        Assert.All(messages, one => Assert.Equal(WebhookSecret.Sign(secret, one.Id, long.Parse(one.Timestamp, System.Globalization.CultureInfo.InvariantCulture), one.Body), one.Signature));
        var about = JsonDocument.Parse(messages[0].Body).RootElement.GetProperty("data").GetProperty("request");
        Assert.Equal($"https://router.example/api/v1/requests/{number}", about.GetProperty("api").GetString());

        var id = made.GetProperty("webhook").GetProperty("id").GetGuid();
        await UntilAsync(() => _app.Services.GetRequiredService<WebhookDispatch>().DueAsync().Result.Count == 0);
        var deliveries = (await admin.ReadAsync($"{Path}/{id}/deliveries")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal([("delivered", 204, messages[1].Id), ("delivered", 204, messages[0].Id)], deliveries.Select(one => (one.GetProperty("state").GetString(), one.GetProperty("status").GetInt32(), one.GetProperty("eventId").GetString()!)));
        Assert.Equal(JsonDocument.Parse(messages[1].Body).RootElement.GetRawText(), deliveries[0].GetProperty("message").GetRawText());
        Assert.Equal("healthy", (await admin.ReadAsync($"{Path}/{id}")).GetProperty("state").GetString());

        var again = await admin.PostAsync($"{Path}/{id}/deliveries/{deliveries[1].GetProperty("id").GetInt64()}/redeliver", null);
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        await UntilAsync(() => receiver.Messages.Count == 3);
        Assert.Equal(messages[0].Id, receiver.Messages.Last().Id);
    }

    [Fact]
    public async Task A_webhook_is_read_changed_paused_resumed_rotated_and_removed()
    {
        using var admin = await _app.ApiAsync(Quill);
        var made = await admin.PostAsJsonAsync(Path, new { name = "Stock", url = "https://93.184.215.14/hook", events = new[] { "request.pinned" }, team = "ie" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var secret = (await made.JsonAsync()).GetProperty("secret").GetString()!;
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        var at = made.Headers.Location!.ToString();

        var read = await admin.GetAsync(at);
        Assert.DoesNotContain(secret, await read.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, await admin.GetStringAsync(Path), StringComparison.Ordinal);
        var tag = read.Headers.ETag!.ToString();
        Assert.Equal(HttpStatusCode.NotModified, (await admin.SendAsync(HttpMethod.Get, at, null, ("If-None-Match", tag))).StatusCode);

        var change = new { name = "Stock room", url = "https://93.184.215.14/other" };
        var changed = await admin.SendAsync(HttpMethod.Put, at, change, ("If-Match", tag));
        Assert.Equal((HttpStatusCode.OK, 0, JsonValueKind.Null), (changed.StatusCode, (await changed.JsonAsync()).GetProperty("events").GetArrayLength(), (await changed.JsonAsync()).GetProperty("team").ValueKind));
        await (await admin.SendAsync(HttpMethod.Put, at, change, ("If-Match", tag))).RefusedAsync(HttpStatusCode.PreconditionFailed, "Overtaken");

        Assert.Equal("paused", (await (await admin.PostAsync($"{at}/pause", null)).JsonAsync()).GetProperty("state").GetString());
        Assert.Equal("new", (await (await admin.PostAsync($"{at}/resume", null)).JsonAsync()).GetProperty("state").GetString());
        var rotated = await (await admin.PostAsync($"{at}/rotate-secret", null)).JsonAsync();
        Assert.NotEqual(secret, rotated.GetProperty("secret").GetString());
        Assert.NotEqual(JsonValueKind.Null, rotated.GetProperty("webhook").GetProperty("formerSecretUntil").ValueKind);

        Assert.Equal(HttpStatusCode.NoContent, (await admin.DeleteAsync(at)).StatusCode);
        await (await admin.GetAsync(at)).RefusedAsync(HttpStatusCode.NotFound, "NotFound");
        await (await admin.PostAsync($"{at}/ping", null)).RefusedAsync(HttpStatusCode.NotFound, "NotFound");
    }

    [Fact]
    public async Task A_test_arrives_and_what_was_answered_is_kept()
    {
        await using var receiver = await Receiver.StartAsync(http =>
        {
            http.Response.StatusCode = StatusCodes.Status418ImATeapot;
            return http.Response.WriteAsync("short and stout");
        });
        using var admin = await _app.ApiAsync(Quill);
        var at = (await admin.PostAsJsonAsync(Path, new { name = "Pot", url = receiver.At(), events = new[] { "request.pinned" } })).Headers.Location!.ToString();
        Assert.Equal(HttpStatusCode.Accepted, (await admin.PostAsync($"{at}/ping", null)).StatusCode);
        await UntilAsync(() => admin.ReadAsync($"{at}/deliveries?state=given-up").Result.GetProperty("items").GetArrayLength() == 1);

        var ping = (await admin.ReadAsync($"{at}/deliveries")).GetProperty("items")[0];
        Assert.Equal((418, "short and stout", "ping"), (ping.GetProperty("status").GetInt32(), ping.GetProperty("says").GetString(), ping.GetProperty("type").GetString()));
        Assert.Equal("failing", (await admin.ReadAsync(at)).GetProperty("state").GetString());
        await (await admin.GetAsync($"{at}/deliveries?state=lost")).RefusedAsync(HttpStatusCode.BadRequest, "FilterUnknown");
    }

    [Theory]
    [InlineData("https://localhost/", "UrlNotPublic")]
    [InlineData("https://[::ffff:127.0.0.1]/", "UrlNotPublic")]
    [InlineData("https://ada:secret@93.184.215.14/", "UrlWithPassword")]
    [InlineData("nowhere", "UrlInvalid")]
    public async Task What_cannot_be_told_is_refused(string url, string refusal)
    {
        using var admin = await _app.ApiAsync(Quill);
        await (await admin.PostAsJsonAsync(Path, new { name = "A", url })).RefusedAsync(HttpStatusCode.UnprocessableEntity, refusal);
    }

    [Fact]
    public async Task It_takes_the_right_and_the_scope()
    {
        using var narrow = await _app.ApiAsync(Quill, TokenScope.Read, TokenScope.Act);
        await (await narrow.GetAsync(Path)).RefusedAsync(HttpStatusCode.Forbidden, "TokenScopeTooNarrow");
        using var wren = await _app.ApiAsync("wren-lanternby");
        await (await wren.GetAsync(Path)).RefusedAsync(HttpStatusCode.Forbidden, "NotAnAdministrator");
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var turn = 0; turn < 150 && !holds(); turn++) await Task.Delay(100);
        Assert.True(holds());
    }
}
