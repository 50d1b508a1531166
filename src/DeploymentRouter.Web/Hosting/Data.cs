using DeploymentRouter.Persistence;

namespace DeploymentRouter.Web.Hosting;

public static class Data
{
    public static void AddRouterData(this WebApplicationBuilder builder)
    {
        var directory = DataDirectory.From(builder.Configuration);
        builder.Services.AddSingleton(directory);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(RetentionRun.SettingsFrom(builder.Configuration));
        builder.Services.AddRouterData(directory.Path);
        builder.Services.AddHostedService<DailySweep>();
        builder.Services.AddHostedService<RetentionRun>();
        builder.AddKeyProtection(directory);
    }

    /// <summary>Brings the database up to date before anybody is let in.</summary>
    public static Task PrepareDataAsync(this WebApplication app) => RouterData.PrepareAsync(app.Services);
}
