namespace DeploymentRouter.Web.Hosting;

/// <summary>Which environment the app runs in when nobody says.</summary>
public static class RunEnvironment
{
    // A launch profile would do the same, but `dotnet run` announces it on standard output, which belongs to the verbs.
#if DEBUG
    private static readonly string WhenUnset = Environments.Development;
#else
    private static readonly string WhenUnset = Environments.Production;
#endif

    /// <summary>
    /// The environment that is set, on the command line (<c>--environment NAME</c>) or in the process's variables; otherwise
    /// Development for a debug build, which <c>dotnet run</c> makes, and Production for every other.
    /// </summary>
    public static string NameFor(string[] args) =>
        new ConfigurationBuilder()
            .AddEnvironmentVariables("DOTNET_")
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddCommandLine(args)
            .Build()[HostDefaults.EnvironmentKey] is { Length: > 0 } name ? name : WhenUnset;
}
