using System.Globalization;
using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks;

/// <summary>Collects every fault of one file, so that its author sees all of them at once.</summary>
internal sealed class FaultList
{
    public const int MaxFaults = 100;

    private readonly string file;
    private readonly HashSet<PlaybookFault> faults;
    private readonly string? kind;

    public FaultList(string file) : this(file, [], null)
    {
    }

    private FaultList(string file, HashSet<PlaybookFault> faults, string? kind) => (this.file, this.faults, this.kind) = (file, faults, kind);

    public bool IsEmpty => faults.Count == 0;

    /// <summary>Whether the rules can be read all the same: only laws and tests speak of what there is not.</summary>
    public bool AreLoose => faults.All(fault => fault.Kind is not null);

    /// <summary>Further faults are not kept, so nobody should take pains over them.</summary>
    public bool IsFull => faults.Count >= MaxFaults;

    /// <summary>The same list; what is added through it is of this kind.</summary>
    public FaultList As(string kindOfFault) => new(file, faults, kindOfFault);

    public void Add(YamlNode node, string message) => Add(node.Place, node.Path, message);

    public void Add(Place place, YamlPath path, string message)
    {
        if (!IsFull)
            faults.Add(new PlaybookFault(file, place.Line, place.Column, Unseen.Shown(path.ToString()), Quotation.Short(Unseen.Shown(message))) { Kind = kind });
    }

    public bool HasFaultAt(YamlNode node) =>
        faults.Any(fault => string.Equals(fault.Path, Unseen.Shown(node.Path.ToString()), StringComparison.Ordinal));

    /// <summary>Whether something in the part of this path speaks of what there is not.</summary>
    public bool HasLooseIn(string path) => faults.Any(fault => fault.Kind is not null
        && fault.Path.StartsWith(path, StringComparison.Ordinal)
        && (fault.Path.Length == path.Length || fault.Path[path.Length] is '.' or '['));

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<PlaybookFault> InOrder()
    {
        var ordered = faults.OrderBy(fault => fault.Line).ThenBy(fault => fault.Column);
        return IsFull
            ? [.. ordered, PlaybookFault.OfFile(file, string.Create(CultureInfo.InvariantCulture, $"There may be more faults; at most {MaxFaults} are named at once."))]
            : [.. ordered];
    }
}
