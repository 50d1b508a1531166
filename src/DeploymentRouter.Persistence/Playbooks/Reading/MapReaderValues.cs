using System.Globalization;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks.Reading;

/// <summary>The kinds of single values a playbook is made of.</summary>
internal static class MapReaderValues
{
    public const int MaxTextLength = 2_000;

    public static string Text(this MapReader reader, string key) =>
        reader.Need(key) is { } node ? AsText(reader, node)?.Value ?? "" : "";

    public static string? OptionalText(this MapReader reader, string key) =>
        reader.Find(key) is { } node ? AsText(reader, node)?.Value : null;

    public static YamlText? TextNode(this MapReader reader, string key) =>
        reader.Need(key) is { } node ? AsText(reader, node) : null;

    public static YamlText? OptionalTextNode(this MapReader reader, string key) =>
        reader.Find(key) is { } node ? AsText(reader, node) : null;

    public static long Number(this MapReader reader, string key, long minimum, long maximum) =>
        reader.Need(key) is { } node ? AsNumber(reader, node, minimum, maximum) ?? minimum : minimum;

    public static long? OptionalNumber(this MapReader reader, string key, long minimum, long maximum) =>
        reader.Find(key) is { } node ? AsNumber(reader, node, minimum, maximum) : null;

    /// <summary>yes or no; no when the key is not there.</summary>
    public static bool YesNo(this MapReader reader, string key) =>
        reader.OneOf(key, required: false, ("yes", true), ("no", false));

    /// <summary>One of a few words, each standing for a value; the first one stands in for a fault.</summary>
    public static T? OneOf<T>(this MapReader reader, string key, bool required, params (string Word, T Value)[] words)
    {
        var node = required ? reader.TextNode(key) : reader.OptionalTextNode(key);
        if (node is null)
            return default;
        foreach (var (word, value) in words)
        {
            if (string.Equals(word, node.Value, StringComparison.Ordinal))
                return value;
        }
        var known = words.Select(word => word.Word);
        reader.Faults.Add(node, $"'{node.Value}' is not one of: {string.Join(", ", known)}{Suggestion.For(node.Value, known)}");
        return default;
    }

    /// <summary>A list of texts; empty when the key is not there.</summary>
    public static IReadOnlyList<YamlText> Texts(this MapReader reader, string key)
    {
        switch (reader.Find(key))
        {
            case null:
                return [];
            case YamlList list:
                return [.. list.Items.Select(item => AsText(reader, item)).OfType<YamlText>()];
            case var node:
                reader.Faults.Add(node, "A list is expected here, for example [cloud, ce].");
                return [];
        }
    }

    /// <summary>One text, or a list of texts.</summary>
    public static IReadOnlyList<YamlText> OneOrMore(this MapReader reader, YamlNode node) =>
        [.. (node is YamlList list ? list.Items : [node]).Select(item => AsText(reader, item)).OfType<YamlText>()];

    public static YamlText? AsText(MapReader reader, YamlNode node)
    {
        switch (node)
        {
            case YamlText { Value.Length: > 0 and <= MaxTextLength } text when !Unseen.IsIn(text.Value):
                return text;
            case YamlText { Value.Length: > 0 and <= MaxTextLength }:
                reader.Faults.Add(node, "A text has no control characters and none that turn the direction of reading.");
                return null;
            case YamlText { Value.Length: 0 }:
                reader.Faults.Add(node, "A text is missing here.");
                return null;
            case YamlText:
                reader.Faults.Add(node, $"A text has at most {MaxTextLength:N0} characters.");
                return null;
            case YamlMap { Entries: [{ Value: YamlText { Value: "" } }] }:
                reader.Faults.Add(node, "Put the text in quotes: it begins with '{'.");
                return null;
            default:
                reader.Faults.Add(node, "One text is expected here, not a list or keys with values.");
                return null;
        }
    }

    public static long? AsNumber(MapReader reader, YamlNode node, long minimum, long maximum)
    {
        if (AsText(reader, node) is not { } text)
            return null;
        if (long.TryParse(text.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
            && number >= minimum && number <= maximum)
            return number;
        reader.Faults.Add(node, string.Create(
            CultureInfo.InvariantCulture, $"A whole number from {minimum:N0} to {maximum:N0} is expected, got '{text.Value}'."));
        return null;
    }
}
