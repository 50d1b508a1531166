using System.Globalization;

namespace DeploymentRouter.Persistence.Playbooks.Yaml;

/// <summary>The way from the top of the file to a value, for example <c>conditions.one_machine_will_do.when.all[2]</c>.</summary>
/// <remarks>Linked instead of spelled out, so that a deep file does not cost memory for paths that nobody reads.</remarks>
internal sealed class YamlPath
{
    public static YamlPath Top { get; } = new(null, "");

    private readonly YamlPath? parent;
    private readonly string segment;

    private YamlPath(YamlPath? parent, string segment) => (this.parent, this.segment) = (parent, segment);

    public YamlPath Key(string key) => new(this, parent is null ? key : $".{key}");

    public YamlPath Item(int index) => new(this, string.Create(CultureInfo.InvariantCulture, $"[{index}]"));

    public override string ToString() => parent is null ? segment : parent + segment;
}
