using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence;
using DeploymentRouter.Web.Hosting;

namespace DeploymentRouter.Web.CommandLine;

/// <summary>What a verb needs to work on the data of an installation, as the web application has it.</summary>
internal static class CommandServices
{
    /// <param name="readOnly">The database must be there and is not touched; otherwise it is made ready.</param>
    /// <param name="more">What else the verb needs; null: nothing.</param>
    public static async Task<ServiceProvider> OpenAsync(IConfiguration configuration, Playbook playbook, bool readOnly = false, Action<IServiceCollection>? more = null)
    {
        var collection = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new PlaybookInForce(playbook))
            .AddRouterData(readOnly ? DataDirectory.PathFrom(configuration) : DataDirectory.From(configuration).Path, readOnly);
        more?.Invoke(collection);
        var services = collection.BuildServiceProvider();
        if (!readOnly) await RouterData.PrepareAsync(services);
        return services;
    }
}
