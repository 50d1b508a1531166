using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks.Reading;

/// <summary>Checks the places in braces of a sentence.</summary>
internal static class Sentences
{
    /// <summary>Every <c>{id}</c> must name a question.</summary>
    public static string? WithQuestions(YamlText? sentence, Ids questionIds, FaultList faults)
    {
        if (sentence is null)
            return null;
        foreach (var name in Braced(sentence, faults))
            questionIds.Check(sentence with { Value = name }, faults);
        return sentence.Value;
    }

    /// <summary>Only <c>{value}</c> may stand in it, and must when <paramref name="needed"/>.</summary>
    public static string? WithValue(YamlText? sentence, bool needed, FaultList faults)
    {
        if (sentence is null)
            return null;
        var names = Braced(sentence, faults);
        if (names.FirstOrDefault(name => name is not "value") is { } other)
            faults.Add(sentence, $"Only {{value}} can stand here, not {{{other}}}.");
        if (needed && names.Count == 0)
            faults.Add(sentence, "{value} must stand where the answer belongs.");
        return sentence.Value;
    }

    /// <summary>Nothing in braces may stand in it, because it is read without the answers at hand.</summary>
    public static string Plain(YamlText? sentence, FaultList faults)
    {
        if (sentence is not null && sentence.Value.AsSpan().ContainsAny('{', '}'))
            faults.Add(sentence, "This sentence stands for itself; nothing in braces can be filled in here.");
        return sentence?.Value ?? "";
    }

    private static List<string> Braced(YamlText sentence, FaultList faults)
    {
        var names = new List<string>();
        for (var rest = sentence.Value.AsSpan(); rest.IndexOfAny('{', '}') is var at and >= 0;)
        {
            var length = rest[at..].IndexOf('}');
            if (rest[at] == '}' || length < 0)
            {
                faults.Add(sentence, "A brace is open or closed alone; write {question_id}.");
                break;
            }
            names.Add(rest[(at + 1)..(at + length)].ToString());
            rest = rest[(at + length + 1)..];
        }
        return names;
    }
}
