using System.Globalization;
using DeploymentRouter.Persistence.Privacy;

namespace DeploymentRouter.Web.Hosting;

/// <summary>Deletes once a day what has been kept long enough, first an hour after the start: a wrong figure in the configuration is seen before.</summary>
public sealed partial class RetentionRun(Retention retention, TimeProvider time, ILogger<RetentionRun> logger) : BackgroundService
{
    private const string Section = "Privacy:KeepDays";

    private static readonly TimeSpan AfterStart = TimeSpan.FromHours(1);

    /// <summary>How long things are kept here.</summary>
    /// <exception cref="StartRefusedException">A figure is no number of days.</exception>
    public static RetentionSettings SettingsFrom(IConfiguration configuration)
    {
        var usual = new RetentionSettings();
        return new RetentionSettings
        {
            Sessions = Days(nameof(RetentionSettings.Sessions), usual.Sessions),
            Tokens = Days(nameof(RetentionSettings.Tokens), usual.Tokens),
            StatusLinks = Days(nameof(RetentionSettings.StatusLinks), usual.StatusLinks),
            Deliveries = Days(nameof(RetentionSettings.Deliveries), usual.Deliveries),
            OneTimeLinks = Days(nameof(RetentionSettings.OneTimeLinks), usual.OneTimeLinks),
            Opportunities = Days(nameof(RetentionSettings.Opportunities), usual.Opportunities),
            Drafts = Days(nameof(RetentionSettings.Drafts), usual.Drafts),
            UnsentTexts = Days(nameof(RetentionSettings.UnsentTexts), usual.UnsentTexts),
            RefusedSignIns = Days(nameof(RetentionSettings.RefusedSignIns), usual.RefusedSignIns),
            Audit = Days(nameof(RetentionSettings.Audit), usual.Audit),
        };

        int Days(string kind, int usualDays) => configuration[$"{Section}:{kind}"] switch
        {
            null or "" => usualDays,
            var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= RetentionSettings.MaxDays => days,
            var text => throw new StartRefusedException(
                $"DeploymentRouter does not start: {Section}:{kind} is '{text}'. Set it to a number of days, 0 to {RetentionSettings.MaxDays}; 0 keeps them for good."),
        };
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(AfterStart, time, stoppingToken);
        using var day = new PeriodicTimer(TimeSpan.FromDays(1), time);
        do
        {
            try
            {
                await retention.RunAsync(Retention.Clock, stoppingToken);
            }
            catch (Exception failure) when (PassingFailure.Is(failure))
            {
                // A day later it is tried again.
                LogFailed(logger, failure);
            }
        }
        while (await day.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What has been kept long enough could not be deleted.")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
