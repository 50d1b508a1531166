namespace DeploymentRouter.Web.CommandLine.Playbooks;

/// <summary><c>playbook show|check|test|diff|replay|format</c>: the policy as code, without a database.</summary>
public static class PlaybookVerb
{
    /// <summary>Nothing to report.</summary>
    internal const int Sound = 0;

    /// <summary>There are findings: something is wrong, or changes, or is not in shape.</summary>
    internal const int Findings = 1;

    /// <summary>A file could not be read, or the arguments could not be understood; standard error says why.</summary>
    internal const int Unreadable = 2;

    private const string Usage =
        """
        Usage: playbook show   [--json] [FILE]      prints the YAML
               playbook check  [--json] [FILE...]   proves that the rules are sound and the laws hold
               playbook test   [--json] [FILE...]   runs the test cases in the playbook
               playbook diff   [--json] [--renamed OLD_ID=NEW_ID]... [OLD] NEW
                                                    says which combinations of answers are decided differently
               playbook replay [--json] [--skip-bad] [--renamed OLD_ID=NEW_ID]... --answers FILE.jsonl [OLD] NEW
                                                    decides stored answers by both
               playbook format [--check] [FILE...]  lays the YAML out anew, in place; without a file, to standard output
        Without a file, the playbook in force.

        """;

    /// <returns>0: nothing to report; 1: findings; 2: unreadable.</returns>
    public static async Task<int> RunAsync(string[] words, Streams streams)
    {
        if (PlaybookArguments.Read(words, out var wrong) is not { } arguments)
        {
            await streams.Errors.WriteAsync($"{wrong}\n\n{Usage}");
            return Unreadable;
        }
        return arguments.Verb switch
        {
            "show" => await ShowVerb.RunAsync(arguments, streams),
            "check" => await CheckVerb.RunAsync(arguments, streams),
            "test" => await TestVerb.RunAsync(arguments, streams),
            "diff" => await DiffVerb.RunAsync(arguments, streams),
            "replay" => await ReplayVerb.RunAsync(arguments, streams),
            _ => await FormatVerb.RunAsync(arguments, streams),
        };
    }
}
