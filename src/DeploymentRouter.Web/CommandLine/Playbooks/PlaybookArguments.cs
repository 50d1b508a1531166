namespace DeploymentRouter.Web.CommandLine.Playbooks;

/// <summary>What stands behind <c>playbook</c> on the command line.</summary>
/// <param name="Answers">The file of stored answers; only for <c>replay</c>.</param>
/// <param name="OnlyCheck">Whether <c>format</c> leaves files alone.</param>
internal sealed record PlaybookArguments(string Verb, IReadOnlyList<string> Files, bool Json, string? Answers, bool OnlyCheck)
{
    private const int Any = int.MaxValue;

    /// <summary>Null: not to be understood.</summary>
    public static PlaybookArguments? Read(string[] words)
    {
        if (words is not [var verb, .. var rest])
            return null;
        var files = new List<string>();
        var (json, onlyCheck, answers) = (false, false, (string?)null);
        for (var i = 0; i < rest.Length; i++)
        {
            switch (rest[i])
            {
                case "--json" when !json && verb is not "format":
                    json = true;
                    break;
                case "--check" when !onlyCheck && verb is "format":
                    onlyCheck = true;
                    break;
                case "--answers" when answers is null && verb is "replay" && i + 1 < rest.Length:
                    answers = rest[++i];
                    break;
                case ['-', ..] or "":
                    return null;
                case var file:
                    files.Add(file);
                    break;
            }
        }
        var (fewest, most) = Count(verb);
        var isRight = files.Count >= fewest && files.Count <= most && (verb is "replay") == (answers is not null);
        return isRight ? new PlaybookArguments(verb, files, json, answers, onlyCheck) : null;
    }

    private static (int Fewest, int Most) Count(string verb) => verb switch
    {
        "show" => (0, 1),
        "check" or "test" or "format" => (0, Any),
        "diff" or "replay" => (1, 2),
        _ => (Any, 0),
    };
}
