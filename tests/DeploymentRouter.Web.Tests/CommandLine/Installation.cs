using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence;
using DeploymentRouter.Persistence.Playbooks;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.CommandLine;

/// <summary>What an installation has stored before a verb is called.</summary>
internal static class Installation
{
    public static async Task<ServiceProvider> OpenAsync(string directory)
    {
        var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new PlaybookInForce(PlaybookFile.LoadDefault().Require()))
            .AddRouterData(directory)
            .BuildServiceProvider();
        await RouterData.PrepareAsync(services);
        return services;
    }
}
