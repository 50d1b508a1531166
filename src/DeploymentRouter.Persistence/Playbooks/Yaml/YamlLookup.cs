using System.Globalization;

namespace DeploymentRouter.Persistence.Playbooks.Yaml;

/// <summary>Finds a value by its path.</summary>
internal static class YamlLookup
{
    /// <summary>The value at <paramref name="path"/>, or the deepest one on the way to it.</summary>
    public static YamlNode Find(YamlNode top, string path) => Way(top, path).Last();

    /// <summary>The key of that value where it has one: the line on which people look for it.</summary>
    public static YamlNode FindKey(YamlNode top, string path)
    {
        var way = Way(top, path).TakeLast(2).ToList();
        return (way[0] as YamlMap)?.Entries.FirstOrDefault(entry => ReferenceEquals(entry.Value, way[^1]))?.Key ?? way[^1];
    }

    private static IEnumerable<YamlNode> Way(YamlNode top, string path)
    {
        yield return top;
        foreach (var step in path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Next(top, step) is not { } next)
                yield break;
            yield return top = next;
        }
    }

    private static YamlNode? Next(YamlNode at, string step)
    {
        if (!step.StartsWith('['))
            return (at as YamlMap)?[step];
        if (!int.TryParse(step.AsSpan(1, step.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            return null;
        return at switch
        {
            YamlList list => list.Items.ElementAtOrDefault(index),
            YamlMap map => map.Entries.ElementAtOrDefault(index)?.Value,
            _ => null,
        };
    }
}
