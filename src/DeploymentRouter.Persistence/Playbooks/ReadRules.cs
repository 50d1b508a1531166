using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks;

/// <summary>What came of reading only the rules of a file: the rules, or everything that is wrong with the file.</summary>
public sealed record RulesLoad(ReadRules? Rules, IReadOnlyList<PlaybookFault> Faults);

/// <summary>The rules of a file as they were read, sound or not, and where in the file they stand.</summary>
public sealed class ReadRules
{
    private readonly YamlMap top;
    private readonly string name;

    internal ReadRules(PlaybookRules rules, YamlMap top, string name) => (Rules, this.top, this.name) = (rules, top, name);

    public PlaybookRules Rules { get; }

    /// <summary>A message at the line of a path such as <c>routing.R4</c>, or of the nearest thing around it.</summary>
    public PlaybookFault At(string path, string message)
    {
        var place = YamlLookup.FindKey(top, path).Place;
        return new PlaybookFault(name, place.Line, place.Column, path, message);
    }

    /// <summary>Faults of the rules, at their lines.</summary>
    public IReadOnlyList<PlaybookFault> At(IEnumerable<Fault> faults) => [.. faults.Select(fault => At(fault.Where, fault.Message))];
}
