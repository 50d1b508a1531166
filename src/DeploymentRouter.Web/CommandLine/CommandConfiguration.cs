namespace DeploymentRouter.Web.CommandLine;

/// <summary>The configuration of a verb: the same places the web application looks at, so that both use the same playbook and data.</summary>
internal static class CommandConfiguration
{
    public static IConfiguration Read() => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .Build();
}
