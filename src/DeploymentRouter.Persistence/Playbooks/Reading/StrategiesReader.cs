using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks.Reading;

/// <summary>Reads <c>strategies</c> and <c>common_stages</c>.</summary>
internal sealed class StrategiesReader(MapReader file, Ids teams, StageReader stageReader, OperationsReader operations)
{
    /// <summary>A request cannot be followed through more.</summary>
    public const int MaxStages = 100;

    private readonly StageInheritance inheritance = new(file.Faults);

    public IReadOnlyList<Strategy> Strategies() => file.Sections("strategies", (id, section) => operations.Read(
        new Strategy(
            id,
            section.Text("name"),
            section.Text("short_name"),
            section.Text("description"),
            Owners(section),
            Stages(id, section)),
        section));

    public CommonStages CommonStages()
    {
        var section = file.Section("common_stages");
        var stages = new CommonStages(Common(section, "answers"), Common(section, "after_decline"));
        section?.End();
        return stages;
    }

    private IReadOnlyList<string> Owners(MapReader section)
    {
        var owners = teams.Check(section.Texts("owners"), section.Faults);
        if (owners.Count == 0)
            section.Fault("'owners' must list at least one team, for example [cloud, ce].");
        return owners;
    }

    private List<Stage> Stages(string strategyId, MapReader strategy)
    {
        var earlier = new List<FormField>();
        var stages = new List<Stage>();
        var entries = strategy.Entries("stages");
        if (entries.Count > MaxStages)
            strategy.Fault($"A strategy has at most {MaxStages} stages.");
        foreach (var entry in entries.Take(MaxStages))
        {
            if (strategy.Read(entry.Value) is not { } written)
                continue;
            var whole = inheritance.Resolve($"{strategyId}.{entry.Key.Value}", written.Map);
            stages.Add(stageReader.Read(entry.Key.Value, new MapReader(whole, strategy.Faults), earlier));
        }
        return stages;
    }

    private Stage Common(MapReader? section, string id) =>
        section?.Section(id) is { } stage ? stageReader.Read(id, stage, []) : StageReader.StandIn(id);
}
