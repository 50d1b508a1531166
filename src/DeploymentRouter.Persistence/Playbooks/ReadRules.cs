using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks;

/// <summary>The rules of a file as they were read, sound or not, with the laws that can be judged, and where in the file they stand.</summary>
public sealed class ReadRules
{
    private readonly YamlMap top;
    private readonly string name;

    internal ReadRules(PlaybookRules rules, YamlMap top, string name) => (Rules, this.top, this.name) = (rules, top, name);

    public PlaybookRules Rules { get; }

    /// <summary>Laws and tests that speak of what there is not. They are left out of <see cref="Rules"/> and <see cref="Tested"/>.</summary>
    public IReadOnlyList<PlaybookFault> Loose { get; init; } = [];

    /// <summary>The ceiling on which compiling the rules ended; null: none.</summary>
    public Fault? Ceiling { get; init; }

    /// <summary>The playbook with the tests that can be run, even where it cannot be put in force; null: its rules do not compile.</summary>
    public Playbook? Tested { get; init; }

    /// <summary>A message at the line of a path such as <c>routing.R4</c>, or of the nearest thing around it.</summary>
    public PlaybookFault At(string path, string message)
    {
        var place = YamlLookup.FindKey(top, path).Place;
        return new PlaybookFault(name, place.Line, place.Column, path, message);
    }

    /// <summary>Faults of the rules, at their lines.</summary>
    public IReadOnlyList<PlaybookFault> At(IEnumerable<Fault> faults) => [.. faults.Select(fault => At(fault.Where, fault.Message))];
}
