using System.Net;
using System.Net.Sockets;
using DeploymentRouter.Persistence.Webhooks;
using DeploymentRouter.Web.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Webhooks;

/// <summary>One message to one real server.</summary>
public sealed class WebhookSenderTests
{
    private const string Body = """{"id":"evt_1"}""";
    private static readonly string Secret = WebhookSecret.New();
    private static readonly WebhookSettings Here = new() { AllowHttp = true, AllowedHosts = ["127.0.0.1", "localhost"], Timeout = TimeSpan.FromSeconds(5) };

    [Fact]
    public async Task A_message_arrives_as_the_specification_says()
    {
        await using var receiver = await Receiver.StartAsync();
        var answer = await SendAsync(receiver.At(), Here);

        Assert.Equal((true, 204, null), (answer.Succeeded, answer.Status, answer.Says));
        Assert.True(receiver.Messages.TryDequeue(out var arrived));
        Assert.Equal(("/hook", Body, "evt_1", "application/json; charset=utf-8"), (arrived.Path, arrived.Body, arrived.Id, arrived.ContentType));
        Assert.InRange(DateTimeOffset.UtcNow.ToUnixTimeSeconds() - long.Parse(arrived.Timestamp, System.Globalization.CultureInfo.InvariantCulture), 0, 30);
        Assert.Equal(WebhookSecret.Sign(Secret, arrived.Id, long.Parse(arrived.Timestamp, System.Globalization.CultureInfo.InvariantCulture), arrived.Body), arrived.Signature);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = await Receiver.StartAsync();
        await using var receiver = await Receiver.StartAsync(http =>
        {
            http.Response.Redirect(elsewhere.At(), permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        });
        var answer = await SendAsync(receiver.At(), Here);

        Assert.Equal((false, 307), (answer.Succeeded, answer.Status));
        Assert.StartsWith("It leads elsewhere.", answer.Says, StringComparison.Ordinal);
        Assert.Empty(elsewhere.Messages);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("2130706433")]
    public async Task This_machine_is_not_reached_by_any_name(string host)
    {
        await using var receiver = await Receiver.StartAsync();
        var answer = await SendAsync(receiver.At(host), new WebhookSettings { AllowHttp = true, AllowPrivateNetworks = true });

        Assert.Null(answer.Status);
        Assert.Contains("is inside a network or on this machine", answer.Says, StringComparison.Ordinal);
        Assert.Empty(receiver.Messages);
    }

    [Fact]
    public async Task Plain_HTTP_is_refused_at_sending_too() =>
        Assert.StartsWith("Use an address that begins with https://", (await SendAsync("http://127.0.0.1:9/", new WebhookSettings { AllowedHosts = ["127.0.0.1"] })).Says, StringComparison.Ordinal);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_receiver_that_takes_too_long_is_left(bool beginsToAnswer)
    {
        await using var receiver = await Receiver.StartAsync(async http =>
        {
            if (beginsToAnswer) await http.Response.WriteAsync("Wait");
            if (beginsToAnswer) await http.Response.Body.FlushAsync();
            await Task.Delay(TimeSpan.FromSeconds(20), http.RequestAborted);
        });
        var answer = await SendAsync(receiver.At(), Here with { Timeout = TimeSpan.FromSeconds(0.5) });

        Assert.Equal((false, null, "No answer within 0.5 seconds."), (answer.Succeeded, answer.Status, answer.Says));
    }

    [Fact]
    public async Task Of_an_answer_without_end_only_the_beginning_is_read_and_kept()
    {
        var sent = 0L;
        await using var receiver = await Receiver.StartAsync(async http =>
        {
            http.Response.StatusCode = 500;
            var part = new byte[64 * 1024];
            Array.Fill(part, (byte)'x');
            part[0] = 0;
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.Body.WriteAsync(part, http.RequestAborted);
                sent += part.Length;
            }
        });
        var answer = await SendAsync(receiver.At(), Here);

        Assert.Equal((500, WebhookSettings.MaxSays - 1), (answer.Status, answer.Says!.Length));
        Assert.DoesNotContain('\0', answer.Says);
        var (before, after) = (-1L, 0L);
        for (var look = 0; look < 50 && before != after; look++)
        {
            before = Interlocked.Read(ref sent);
            await Task.Delay(200);
            after = Interlocked.Read(ref sent);
        }

        Assert.Equal(before, after);
    }

    [Fact]
    public async Task Headers_without_end_are_an_error_of_the_receiver()
    {
        await using var receiver = await Receiver.StartAsync(http =>
        {
            http.Response.Headers["x-long"] = new string('x', 20_000);
            return Task.CompletedTask;
        });
        Assert.False((await SendAsync(receiver.At(), Here)).Succeeded);
    }

    [Theory]
    [InlineData(429, "120", 120)]
    [InlineData(503, "90000000", 86_400)]
    [InlineData(500, "120", null)]
    [InlineData(503, "soon", null)]
    public async Task How_long_to_wait_is_heard(int status, string retryAfter, int? seconds)
    {
        await using var receiver = await Receiver.StartAsync(http =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        });
        Assert.Equal(seconds, (await SendAsync(receiver.At(), Here)).RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task What_cannot_be_reached_is_said_in_words_without_addresses()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();

        Assert.Equal("No connection could be made.", (await SendAsync($"http://127.0.0.1:{port}/", Here)).Says);
    }

    [Fact]
    public async Task A_server_that_speaks_no_TLS_is_not_trusted()
    {
        await using var receiver = await Receiver.StartAsync();
        Assert.Equal("Its certificate is not valid, or it speaks no TLS.", (await SendAsync(receiver.At().Replace("http:", "https:", StringComparison.Ordinal), Here)).Says);
    }

    [Fact]
    public async Task A_secret_that_cannot_be_opened_says_what_to_do()
    {
        await using var receiver = await Receiver.StartAsync();
        var answer = await SendAsync(receiver.At(), Here, _ => throw new System.Security.Cryptography.CryptographicException());
        Assert.StartsWith("The secret cannot be read any more", answer.Says, StringComparison.Ordinal);
        Assert.Empty(receiver.Messages);
    }

    private static async Task<WebhookAnswer> SendAsync(string url, WebhookSettings settings, Func<string, string>? open = null)
    {
        await using var services = new ServiceCollection()
            .AddSingleton(settings).AddSingleton<WebhookDestinations>().AddSingleton(TimeProvider.System).AddWebhookSender().BuildServiceProvider();
        var sender = services.GetRequiredService<WebhookSender>();
        return await sender.SendAsync(new WebhookSending(1, Guid.NewGuid(), url, "evt_1", Body, [Secret], open ?? (secret => secret)), CancellationToken.None);
    }
}
