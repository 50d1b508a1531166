using DeploymentRouter.Persistence;
using DeploymentRouter.Persistence.Importing;
using DeploymentRouter.Persistence.Privacy;

namespace DeploymentRouter.Web.Hosting;

/// <summary>
/// What is done behind each start, while people are served already, and once a day: finishes imports that were cut off, clears what an erasure
/// left in the file, and gives back the room of removed files.
/// </summary>
public sealed partial class DailySweep(IServiceProvider services, TimeProvider time, ILogger<DailySweep> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var day = new PeriodicTimer(TimeSpan.FromDays(1), time);
        do
        {
            await TryAsync("The imports that were cut off", () => services.GetRequiredService<UnfinishedImports>().FinishAsync(stoppingToken));
            await TryAsync("What an erasure left in the file", () => services.GetRequiredService<Leftovers>().TryClearAsync(stoppingToken));
            await TryAsync("The files that nobody needs any more", () => RouterData.SweepFilesAsync(services, stoppingToken));
        }
        while (await day.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryAsync(string what, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (PassingFailure.Is(failure))
        {
            // A day later it is tried again; nothing hangs on it.
            LogFailed(logger, what, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{What} could not be dealt with. It is tried again in a day.")]
    private static partial void LogFailed(ILogger logger, string what, Exception failure);
}
