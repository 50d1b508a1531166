using System.Collections.Concurrent;
using DeploymentRouter.Persistence.Webhooks;

namespace DeploymentRouter.Web.Webhooks;

/// <summary>Sends what is due: one message of a webhook at a time, few to one host, and never so that a slow receiver holds the others up.</summary>
public sealed partial class WebhookRounds(WebhookDispatch dispatch, WebhookSender sender, ILogger<WebhookRounds> logger) : IDisposable
{
    private const int MostAtOnce = 16;
    private const int MostOfHost = 2;

    private readonly ConcurrentDictionary<Guid, Task> _underWay = new();
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly SemaphoreSlim _all = new(MostAtOnce, MostAtOnce);

    /// <summary>Begins with every webhook that has something due and is not being seen to.</summary>
    public async Task BeginAsync(CancellationToken cancel = default)
    {
        foreach (var id in await dispatch.DueAsync(cancel))
        {
            if (_underWay.ContainsKey(id)) continue;
            var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            // Noted down before it begins, so that it cannot be over before.
            _underWay[id] = RoundAsync(begin.Task, id, cancel);
            begin.SetResult();
        }
    }

    /// <summary>When all that was begun is done.</summary>
    public Task EndAsync() => Task.WhenAll(_underWay.Values);

    public void Dispose()
    {
        _all.Dispose();
        foreach (var host in _hosts.Values) host.Dispose();
    }

    private async Task RoundAsync(Task begin, Guid id, CancellationToken cancel)
    {
        await begin;
        try
        {
            while (await dispatch.NextAsync(id, cancel) is { } message) await SendAsync(message, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The application ends; what was under way is sent anew after its next start.
        }
        catch (Exception failure)
        {
            LogFailed(logger, id, failure);
        }
        finally
        {
            _underWay.TryRemove(id, out _);
        }
    }

    private async Task SendAsync(WebhookSending message, CancellationToken cancel)
    {
        var host = _hosts.GetOrAdd(new Uri(message.Url).IdnHost, _ => new SemaphoreSlim(MostOfHost, MostOfHost));
        await host.WaitAsync(cancel);
        try
        {
            await _all.WaitAsync(cancel);
            try
            {
                await dispatch.RecordAsync(message, await sender.SendAsync(message, cancel), cancel);
            }
            finally
            {
                _all.Release();
            }
        }
        finally
        {
            host.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending to webhook {Id} broke off; it begins again within a second.")]
    private static partial void LogFailed(ILogger logger, Guid id, Exception failure);
}
