using System.Data.Common;
using DeploymentRouter.Persistence;

namespace DeploymentRouter.Web.Hosting;

/// <summary>Gives back the room of removed files after each start, while people are served already, and once a day.</summary>
public sealed partial class DailySweep(IServiceProvider services, TimeProvider time, ILogger<DailySweep> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var day = new PeriodicTimer(TimeSpan.FromDays(1), time);
        do
        {
            try
            {
                await RouterData.SweepFilesAsync(services, stoppingToken);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DbException)
            {
                // A day later it is tried again; nothing hangs on it.
                LogFailed(logger, failure);
            }
        }
        while (await day.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The files that nobody needs any more could not be looked through.")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
