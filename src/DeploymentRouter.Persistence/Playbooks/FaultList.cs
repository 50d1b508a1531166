using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks;

/// <summary>Collects every fault of one file, so that its author sees all of them at once.</summary>
internal sealed class FaultList(string file)
{
    public const int MaxFaults = 100;

    private readonly HashSet<PlaybookFault> faults = [];

    public bool IsEmpty => faults.Count == 0;

    /// <summary>Further faults are not kept, so nobody should take pains over them.</summary>
    public bool IsFull => faults.Count >= MaxFaults;

    public void Add(YamlNode node, string message) => Add(node.Place, node.Path, message);

    public void Add(Place place, YamlPath path, string message)
    {
        if (!IsFull)
            faults.Add(new PlaybookFault(file, place.Line, place.Column, Unseen.Shown(path.ToString()), Unseen.Shown(message)));
    }

    public bool HasFaultAt(YamlNode node) =>
        faults.Any(fault => string.Equals(fault.Path, Unseen.Shown(node.Path.ToString()), StringComparison.Ordinal));

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<PlaybookFault> InOrder() => [.. faults.OrderBy(fault => fault.Line).ThenBy(fault => fault.Column)];
}
