using System.Collections.Immutable;
using System.Globalization;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks.Reading;

/// <summary>Reads an answer as people write it in a playbook: <c>yes</c>, <c>aws</c>, <c>[soc2]</c>, <c>14,500</c>.</summary>
internal static class AnswerReader
{
    /// <summary>The answer; null after a fault.</summary>
    public static Answer? Read(MapReader reader, YamlNode node, Domain domain) => domain switch
    {
        YesNoDomain => ReadChoice(reader, node, ["yes", "no"]) is { } word ? new YesNoAnswer(word is "yes") : null,
        OneOfDomain oneOf => ReadChoice(reader, node, oneOf.Values) is { } value ? new ChoiceAnswer(value) : null,
        AnyOfDomain anyOf => ReadChoices(reader, node, anyOf),
        WholeNumberDomain number => MapReaderValues.AsNumber(reader, node, number.Minimum, number.Maximum) is { } value
            ? new NumberAnswer(value)
            : null,
        _ => throw new ArgumentOutOfRangeException(nameof(domain), domain, null),
    };

    private static string? ReadChoice(MapReader reader, YamlNode node, IReadOnlyList<string> values)
    {
        if (MapReaderValues.AsText(reader, node) is not { } text)
            return null;
        if (values.Contains(text.Value, StringComparer.Ordinal))
            return text.Value;
        reader.Faults.Add(text, $"'{text.Value}' is not one of: {string.Join(", ", values)}{Suggestion.For(text.Value, values)}");
        return null;
    }

    private static ChoicesAnswer? ReadChoices(MapReader reader, YamlNode node, AnyOfDomain domain)
    {
        if (node is not YamlList list)
        {
            reader.Faults.Add(node, $"A list is expected here, for example [{domain.Values[0]}].");
            return null;
        }
        var values = list.Items.Select(item => ReadChoice(reader, item, domain.Values)).OfType<string>().ToImmutableSortedSet(StringComparer.Ordinal);
        if (list.Items.Count < domain.Minimum)
            reader.Faults.Add(list, string.Create(CultureInfo.InvariantCulture, $"At least {domain.Minimum} value is needed here."));
        else if (values.Count < list.Items.Count)
            CheckTwice(reader, list);
        return new ChoicesAnswer(values);
    }

    private static void CheckTwice(MapReader reader, YamlList list)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in list.Items.OfType<YamlText>().Where(text => !seen.Add(text.Value)))
            reader.Faults.Add(text, $"'{text.Value}' is given twice; keep one.");
    }
}
