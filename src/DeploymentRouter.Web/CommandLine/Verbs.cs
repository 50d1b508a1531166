namespace DeploymentRouter.Web.CommandLine;

/// <summary>What the executable does when its first argument is a verb instead of an option of the web application.</summary>
public static class Verbs
{
    private const int BadUsage = 2;

    private const string Usage =
        """
        DeploymentRouter                              serves the web application
        DeploymentRouter decide [--playbook FILE]     decides cases, one JSON object a line from standard input to standard output
        DeploymentRouter help                         prints this

        """;

    /// <summary>Whether the arguments begin with a verb. Then <see cref="RunAsync"/> answers, and nothing of the web is built.</summary>
    public static bool Has(string[] args) => args.Length > 0 && !args[0].StartsWith("--", StringComparison.Ordinal);

    /// <summary>Runs the verb.</summary>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync(string[] args, Streams streams)
    {
        switch (args[0])
        {
            case "decide":
                return await DecideVerb.RunAsync(args[1..], streams);
            case "help":
                await using (var output = new StreamWriter(streams.Output, leaveOpen: true))
                    await output.WriteAsync(Usage);
                return 0;
            default:
                await streams.Errors.WriteAsync($"There is no verb '{args[0]}'.\n\n{Usage}");
                return BadUsage;
        }
    }
}
