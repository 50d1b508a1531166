using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks;

/// <summary>The rules of a file as they were read, sound or not, and where in the file they stand.</summary>
public sealed class ReadRules
{
    private readonly YamlMap top;

    internal ReadRules(PlaybookRules rules, YamlMap top) => (Rules, this.top) = (rules, top);

    public PlaybookRules Rules { get; }

    /// <summary>The line of a path such as <c>routing.R4</c>, or of the nearest thing around it; from 1.</summary>
    public int LineOf(string path) => YamlLookup.FindKey(top, path).Place.Line;
}
