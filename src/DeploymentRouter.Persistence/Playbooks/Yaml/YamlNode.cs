namespace DeploymentRouter.Persistence.Playbooks.Yaml;

/// <summary>A position in the file; both count from 1.</summary>
internal sealed record Place(int Line, int Column);

/// <summary>One value of a YAML file that knows where it stands.</summary>
internal abstract record YamlNode(Place Place, YamlPath Path);

/// <summary>A single value, unquoted.</summary>
internal sealed record YamlText(Place Place, YamlPath Path, string Value) : YamlNode(Place, Path);

/// <summary>A list.</summary>
internal sealed record YamlList(Place Place, YamlPath Path, IReadOnlyList<YamlNode> Items) : YamlNode(Place, Path);

/// <summary>Keys with values, in the order of the file; no key twice.</summary>
internal sealed record YamlMap(Place Place, YamlPath Path, IReadOnlyList<YamlEntry> Entries) : YamlNode(Place, Path)
{
    public YamlNode? this[string key] =>
        Entries.FirstOrDefault(entry => string.Equals(entry.Key.Value, key, StringComparison.Ordinal))?.Value;
}

internal sealed record YamlEntry(YamlText Key, YamlNode Value);
