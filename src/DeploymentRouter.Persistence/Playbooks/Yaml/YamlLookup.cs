using System.Globalization;

namespace DeploymentRouter.Persistence.Playbooks.Yaml;

/// <summary>Finds a value by its path.</summary>
internal static class YamlLookup
{
    /// <summary>The value at <paramref name="path"/>, or the deepest one on the way to it.</summary>
    public static YamlNode Find(YamlNode top, string path)
    {
        var at = top;
        foreach (var step in path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Next(at, step) is not { } next)
                break;
            at = next;
        }
        return at;
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
