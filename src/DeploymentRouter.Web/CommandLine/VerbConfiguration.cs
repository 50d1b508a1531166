namespace DeploymentRouter.Web.CommandLine;

/// <summary>What verbs read their settings from: the same places the web application looks at, so that both work on the same data by the same playbook.</summary>
internal static class VerbConfiguration
{
    public static IConfiguration Read() => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .Build();
}
