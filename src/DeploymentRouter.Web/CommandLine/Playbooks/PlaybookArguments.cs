using System.Globalization;

namespace DeploymentRouter.Web.CommandLine.Playbooks;

/// <summary>What stands behind <c>playbook</c> on the command line.</summary>
/// <param name="Answers">The file of stored answers; only for <c>replay</c>.</param>
/// <param name="OnlyCheck">Whether <c>format</c> leaves files alone.</param>
/// <param name="SkipBad">Whether <c>replay</c> leaves out lines that it cannot read.</param>
/// <param name="Renamed">Strategies of OLD that go by another id in NEW, for <c>diff</c> and <c>replay</c>.</param>
internal sealed record PlaybookArguments(
    string Verb, IReadOnlyList<string> Files, bool Json, string? Answers, bool OnlyCheck, bool SkipBad, IReadOnlyList<(string Old, string New)> Renamed)
{
    private const int Any = int.MaxValue;

    /// <summary>Null: not to be understood, and <paramref name="wrong"/> says why.</summary>
    public static PlaybookArguments? Read(string[] words, out string wrong)
    {
        wrong = "Name a verb.";
        if (words is not [var verb, .. var rest])
            return null;
        var read = new PlaybookArguments(verb, [], false, null, false, false, []);
        var files = new List<string>();
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] is not ['-', ..] and not "")
                files.Add(rest[i]);
            else if (read.With(rest[i], i + 1 < rest.Length ? rest[i + 1] : null, out wrong, ref i) is { } more)
                read = more;
            else
                return null;
        }
        wrong = read.WrongWith(files.Count);
        return wrong.Length == 0 ? read with { Files = files } : null;
    }

    private PlaybookArguments? With(string option, string? next, out string wrong, ref int at)
    {
        wrong = "";
        switch (option)
        {
            case "--json" when !Json && Verb is not "format":
                return this with { Json = true };
            case "--check" when !OnlyCheck && Verb is "format":
                return this with { OnlyCheck = true };
            case "--skip-bad" when !SkipBad && Verb is "replay":
                return this with { SkipBad = true };
            case "--answers" when Answers is null && Verb is "replay" && next is not null:
                at++;
                return this with { Answers = next };
            case "--renamed" when Verb is "diff" or "replay" && next?.Split('=') is [{ Length: > 0 } old, { Length: > 0 } now]:
                at++;
                return this with { Renamed = [.. Renamed, (old, now)] };
            case "--answers" or "--renamed" when Verb is "replay" or "diff":
                wrong = option is "--answers" ? "'--answers' takes one file." : "'--renamed' takes a strategy's old id and its new one: old=new.";
                return null;
            default:
                wrong = option.Length == 0 ? "A name is empty." : $"'{option}' is no option of 'playbook {Verb}', or is given twice.";
                return null;
        }
    }

    private string WrongWith(int files)
    {
        var (fewest, most) = Count(Verb);
        if (fewest == Any)
            return $"There is no verb 'playbook {Verb}'.";
        if (files < fewest || files > most)
            return string.Create(CultureInfo.InvariantCulture, $"'playbook {Verb}' takes {(fewest == 0 ? "at most one file" : "NEW, or OLD and NEW")}; {files} are named.");
        return Verb is "replay" && Answers is null ? "'--answers FILE.jsonl' is missing." : "";
    }

    private static (int Fewest, int Most) Count(string verb) => verb switch
    {
        "show" => (0, 1),
        "check" or "test" or "format" => (0, Any),
        "diff" or "replay" => (1, 2),
        _ => (Any, 0),
    };
}
