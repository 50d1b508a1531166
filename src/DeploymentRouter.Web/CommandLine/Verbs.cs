using DeploymentRouter.Web.CommandLine.Admins;
using DeploymentRouter.Web.CommandLine.Clocks;
using DeploymentRouter.Web.CommandLine.Playbooks;

namespace DeploymentRouter.Web.CommandLine;

/// <summary>What the executable does when its first argument is a verb instead of an option of the web application.</summary>
public static class Verbs
{
    private const int BadUsage = 2;

    private const string Usage =
        """
        DeploymentRouter                              serves the web application
        DeploymentRouter decide [--playbook FILE]     decides cases, one JSON object a line from standard input to standard output;
                                                      --explain adds all that can be said about each
        DeploymentRouter file --as PERSON             files intakes, one JSON object a line from standard input to standard output
        DeploymentRouter clock VERB                   says when a promise is due, previews targets, reads holidays
        DeploymentRouter playbook VERB [FILE...]      shows, checks, tests, compares, replays and formats playbooks
        DeploymentRouter growth import FILE.csv       records growth readings, or none if one is wrong; --dry-run only checks
        DeploymentRouter admin VERB                   makes an administrator, or a link to a new password
        DeploymentRouter requests import FILE         files the requests of a table or of lines of JSON; --dry-run only checks
        DeploymentRouter privacy preview | run        counts or deletes what has been kept long enough
        DeploymentRouter help                         prints this

        """;

    /// <summary>Whether the arguments begin with a verb. Then <see cref="RunAsync"/> answers, and nothing of the web is built.</summary>
    public static bool Has(string[] args) => AfterHostOptions(args) is [var first, ..] && !first.StartsWith("--", StringComparison.Ordinal);

    /// <summary>Runs the verb.</summary>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync(string[] args, Streams streams)
    {
        var words = AfterHostOptions(args);
        switch (words[0])
        {
            case "decide":
                return await DecideVerb.RunAsync(words[1..], streams);
            case "file":
                return await FileVerb.RunAsync(words[1..], streams);
            case "clock":
                return await ClockVerb.RunAsync(words[1..], streams);
            case "playbook":
                return await PlaybookVerb.RunAsync(words[1..], streams);
            case "growth":
                return await GrowthVerb.RunAsync(words[1..], streams);
            case "admin":
                return await AdminVerb.RunAsync(words[1..], streams);
            case "requests":
                return await RequestsVerb.RunAsync(words[1..], streams);
            case "privacy":
                return await PrivacyVerb.RunAsync(words[1..], streams);
            case "help":
                await using (var output = new StreamWriter(streams.Output, leaveOpen: true))
                    await output.WriteAsync(Usage);
                return 0;
            default:
                await streams.Errors.WriteAsync($"There is no verb '{words[0]}'.\n\n{Usage}");
                return BadUsage;
        }
    }

    // `dotnet run` puts the environment and the address before what the caller wrote; the project file says why.
    private static string[] AfterHostOptions(string[] args) =>
        [.. args.SkipWhile(word => word.StartsWith("--", StringComparison.Ordinal) && word.Contains('=', StringComparison.Ordinal))];
}
