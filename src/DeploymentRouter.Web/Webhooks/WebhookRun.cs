using DeploymentRouter.Web.Hosting;

namespace DeploymentRouter.Web.Webhooks;

/// <summary>Looks every second for what is due: one look-up along an index. What is under way goes on beside it.</summary>
public sealed partial class WebhookRun(WebhookRounds rounds, TimeProvider time, ILogger<WebhookRun> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(Every, time);
        while (await clock.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await rounds.BeginAsync(stoppingToken);
            }
            catch (Exception failure) when (PassingFailure.Is(failure))
            {
                // A second later it is tried again.
                LogFailed(logger, failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is to be sent to webhooks could not be read; it is tried again.")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
