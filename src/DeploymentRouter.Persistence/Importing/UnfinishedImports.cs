using DeploymentRouter.Persistence.Growth;
using DeploymentRouter.Persistence.Intake;
using Microsoft.Extensions.Logging;

namespace DeploymentRouter.Persistence.Importing;

/// <summary>Finishes what a process that ended had begun to store.</summary>
public sealed partial class UnfinishedImports(ImportJournal journal, RequestsImport requests, ReadingsImport readings, ILogger<UnfinishedImports> logger)
{
    /// <summary>Call behind a start, and once a day. What another process is storing at the same moment is stored once all the same.</summary>
    /// <returns>How many files were finished.</returns>
    public async Task<int> FinishAsync(CancellationToken cancel = default)
    {
        var unfinished = await journal.UnfinishedAsync(cancel);
        foreach (var import in unfinished)
        {
            await using var lines = await journal.OpenAsync(import, cancel);
            var stored = import.Kind switch
            {
                RequestsImport.Kind => await requests.FinishAsync(lines, cancel),
                ReadingsImport.Kind => await readings.FinishAsync(lines, import.By, cancel),
                _ => throw new InvalidOperationException($"Nobody here stores '{import.Kind}'."),
            };
            await journal.ForgetAsync(import.Id);
            LogFinished(logger, import.Kind, import.By.Id, stored);
        }

        return unfinished.Count;
    }

    [LoggerMessage(LogLevel.Warning, "An import of {Kind} by {PersonId} had been cut off; the {Stored} lines that were left of it are stored now")]
    private static partial void LogFinished(ILogger logger, string kind, string personId, int stored);
}
