using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Requests;

namespace DeploymentRouter.Web.Hosting;

/// <summary>Brings lists, queues and the radar up to date after each start and each publication, while people are served already.</summary>
public sealed partial class RowsRun(DerivedRows rows, PlaybookInForce playbook, TimeProvider time, ILogger<RowsRun> logger) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _asked = new(1);

    public override void Dispose()
    {
        playbook.Replaced -= Ask;
        _asked.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        playbook.Replaced += Ask;
        while (true)
        {
            await _asked.WaitAsync(stoppingToken);
            try
            {
                if (await rows.RefreshAsync(stoppingToken) is > 0 and var changed) LogDone(logger, changed);
            }
            catch (Exception failure) when (PassingFailure.Is(failure))
            {
                // Lists say what was so before; nothing is lost.
                LogFailed(logger, failure);
                await Task.Delay(Patience, time, stoppingToken);
                Ask();
            }
        }
    }

    private void Ask() => _asked.Release();

    [LoggerMessage(Level = LogLevel.Information, Message = "What lists say of {Count} requests follows the playbook in force.")]
    private static partial void LogDone(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What lists say of requests could not be brought up to date; it is tried again.")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
