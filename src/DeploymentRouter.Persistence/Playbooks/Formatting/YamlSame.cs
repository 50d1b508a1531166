using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks.Formatting;

/// <summary>Whether two files say the same, wherever it stands in them.</summary>
internal static class YamlSame
{
    public static bool AreSame(YamlNode left, YamlNode right) => (left, right) switch
    {
        (YamlText one, YamlText other) => string.Equals(one.Value, other.Value, StringComparison.Ordinal),
        (YamlList one, YamlList other) => one.Items.Count == other.Items.Count
            && one.Items.Zip(other.Items).All(pair => AreSame(pair.First, pair.Second)),
        (YamlMap one, YamlMap other) => one.Entries.Count == other.Entries.Count
            && one.Entries.Zip(other.Entries).All(pair => AreSame(pair.First.Key, pair.Second.Key) && AreSame(pair.First.Value, pair.Second.Value)),
        _ => false,
    };
}
