using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DeploymentRouter.Web.Tests.Webhooks;

/// <summary>A message as it arrived.</summary>
internal sealed record Arrived(string Path, string Body, string Id, string Timestamp, string Signature, string ContentType);

/// <summary>A real server on a free port that takes messages and answers as it is told to.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _server;

    private Receiver(RequestDelegate? answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.Run(async http =>
        {
            var headers = http.Request.Headers;
            var body = await new StreamReader(http.Request.Body).ReadToEndAsync();
            Messages.Enqueue(new Arrived(http.Request.Path, body, headers["webhook-id"]!, headers["webhook-timestamp"]!, headers["webhook-signature"]!, http.Request.ContentType!));
            await (answer is null ? Task.Run(() => http.Response.StatusCode = StatusCodes.Status204NoContent) : answer(http));
        });
    }

    public ConcurrentQueue<Arrived> Messages { get; } = new();

    /// <summary>Where it listens, by the name of this machine or by its number.</summary>
    public string At(string host = "127.0.0.1", string path = "/hook") => $"http://{host}:{new Uri(_server.Urls.First()).Port}{path}";

    public static async Task<Receiver> StartAsync(RequestDelegate? answer = null)
    {
        var receiver = new Receiver(answer);
        await receiver._server.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
