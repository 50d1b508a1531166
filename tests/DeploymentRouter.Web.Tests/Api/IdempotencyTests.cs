using System.Net;
using System.Net.Http.Json;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Api;

public sealed class IdempotencyTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Wren = "wren-lanternby";
    private const int Number = RequestStore.FirstNumber + 2;
    private static readonly string Comment = $"/api/v1/requests/{Number}/acts/comment";

    [Fact]
    public async Task The_same_call_again_is_answered_as_before_and_done_once()
    {
        using var api = await app.ApiAsync(Wren);
        var first = await SendAsync(api, Comment, "once-1", new { text = "Only once." });
        var again = await SendAsync(api, Comment, "once-1", new { text = "Only once." });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Equal(first.Content.Headers.ContentType, again.Content.Headers.ContentType);
        Assert.True(again.Headers.Contains("Idempotency-Replayed"));
        Assert.False(first.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(1, await CommentsAsync("Only once."));
    }

    [Fact]
    public async Task A_refusal_is_kept_as_well()
    {
        using var api = await app.ApiAsync(Wren);
        var first = await SendAsync(api, Comment, "refused-1", new { text = "" });
        var again = await SendAsync(api, Comment, "refused-1", new { text = "" });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "TextNeeded"), (first.StatusCode, await first.RefusalAsync()));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "TextNeeded"), (again.StatusCode, await again.RefusalAsync()));
        Assert.True(again.Headers.Contains("Idempotency-Replayed"));
    }

    [Fact]
    public async Task A_key_that_came_with_another_call_is_refused_and_one_of_somebody_else_is_not_met()
    {
        using var api = await app.ApiAsync(Wren);
        await SendAsync(api, Comment, "shared", new { text = "First use of shared." });
        var otherBody = await SendAsync(api, Comment, "shared", new { text = "Second use of shared." });
        var otherAddress = await SendAsync(api, $"/api/v1/requests/{Number + 1}/acts/comment", "shared", new { text = "First use of shared." });
        using var bram = await app.ApiAsync("bram-copperkettle");
        var otherCaller = await SendAsync(bram, Comment, "shared", new { text = "First use of shared." });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "IdempotencyKeyReused"), (otherBody.StatusCode, await otherBody.RefusalAsync()));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "IdempotencyKeyReused"), (otherAddress.StatusCode, await otherAddress.RefusalAsync()));
        Assert.Equal(HttpStatusCode.OK, otherCaller.StatusCode);
        Assert.Equal(2, await CommentsAsync("First use of shared."));
    }

    [Fact]
    public async Task Many_at_once_are_done_once_and_told_to_wait_or_answered_alike()
    {
        using var api = await app.ApiAsync(Wren);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendAsync(api, Comment, "storm", new { text = "In a storm." })));

        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        foreach (var answer in answers.Where(answer => answer.StatusCode != HttpStatusCode.OK))
        {
            Assert.Equal((HttpStatusCode.Conflict, "StillUnderWay"), (answer.StatusCode, await answer.RefusalAsync()));
            Assert.NotNull(answer.Headers.RetryAfter);
        }

        Assert.Equal(1, await CommentsAsync("In a storm."));
    }

    [Fact]
    public async Task A_call_that_was_cut_off_before_its_answer_was_kept_is_not_done_again()
    {
        using var api = await app.ApiAsync(Wren);
        await SendAsync(api, Comment, "crash", new { text = "Before the crash." });
        // What a crash between the act and its answer leaves behind.
        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<RouterDb>>().CreateDbContextAsync())
            Assert.Equal(1, await db.KeyedCalls.Where(c => c.Key == "crash").ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, (int?)null).SetProperty(c => c.Body, (byte[]?)null)));
        var again = await SendAsync(api, Comment, "crash", new { text = "Before the crash." });

        Assert.Equal((HttpStatusCode.Conflict, "OutcomeUnknown"), (again.StatusCode, await again.RefusalAsync()));
        Assert.Equal(1, await CommentsAsync("Before the crash."));
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_uses_no_key_up()
    {
        using var api = await app.ApiAsync(Wren);
        var bad = await SendAsync(api, Comment, "mended", new { txt = "Misspelt." });
        var good = await SendAsync(api, Comment, "mended", new { text = "Spelt well." });

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (bad.StatusCode, good.StatusCode));
    }

    [Fact]
    public async Task An_answer_with_a_secret_is_not_kept_and_no_second_token_is_made()
    {
        using var api = await app.ApiAsync(Wren);
        var body = new { name = "Keyed", scopes = new[] { "read" }, days = 1 };
        var first = await SendAsync(api, "/api/v1/tokens", "secret", body);
        var again = await SendAsync(api, "/api/v1/tokens", "secret", body);

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal((HttpStatusCode.Conflict, "AnsweredOnce"), (again.StatusCode, await again.RefusalAsync()));
        var listed = await (await api.GetAsync("/api/v1/tokens")).JsonAsync();
        Assert.Single(listed.EnumerateArray(), token => token.GetProperty("name").GetString() == "Keyed");
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
        Assert.Null((await db.KeyedCalls.SingleAsync(c => c.Key == "secret")).Body);
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("ümlaut")]
    [InlineData(256)]
    public async Task A_key_that_is_none_is_refused(object key)
    {
        using var api = await app.ApiAsync(Wren);
        var answer = await SendAsync(api, Comment, key as string ?? new string('k', (int)key), new { text = "Never." });

        Assert.Equal((HttpStatusCode.BadRequest, "IdempotencyKeyInvalid"), (answer.StatusCode, await answer.RefusalAsync()));
        Assert.Equal(0, await CommentsAsync("Never."));
    }

    private async Task<int> CommentsAsync(string text)
    {
        var request = await app.Services.GetRequiredService<RequestStore>().FindAsync(Number);
        return request!.History.Count(entry => entry.What is Commented commented && commented.Text == text);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient api, string path, string key, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return api.SendAsync(request);
    }
}
