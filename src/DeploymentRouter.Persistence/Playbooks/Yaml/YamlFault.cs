namespace DeploymentRouter.Persistence.Playbooks.Yaml;

// Nothing after it can be trusted, so reading stops; it never leaves PlaybookFile.
internal sealed class YamlFault(Place place, YamlPath path, string message) : Exception(message)
{
    public Place Place { get; } = place;

    public YamlPath Path { get; } = path;
}
