namespace DeploymentRouter.Persistence.Playbooks.Yaml;

// Nothing after it can be trusted, so reading stops; it never leaves PlaybookFile.
internal sealed class YamlFault(Place place, YamlPath path, string message) : Exception(message)
{
    /// <summary>Whether it is not YAML at all, instead of a part of YAML that a playbook does not use.</summary>
    public bool IsSyntax { get; init; }

    public Place Place { get; } = place;

    public YamlPath Path { get; } = path;
}
