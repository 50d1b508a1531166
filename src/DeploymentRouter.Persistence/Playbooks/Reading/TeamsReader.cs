using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Persistence.Playbooks.Reading;

/// <summary>Reads <c>teams</c>, <c>topics</c> and the lists of reasons: ids with words.</summary>
internal static class TeamsReader
{
    public static IReadOnlyList<Team> Teams(MapReader file) => file.Sections("teams", (id, section) =>
        new Team(id, section.Text("name"), section.Text("full_name")));

    public static IReadOnlyList<Topic> Topics(MapReader file) => file.Sections("topics", (id, section) =>
        new Topic(id, section.Text("title"), section.Text("lede")));

    /// <summary>Ids with one label each: reasons, choices of a field.</summary>
    public static IReadOnlyList<ReasonCode> Reasons(MapReader file, string key) =>
        Named(file, file.Entries(key));

    /// <summary>The same, where there may be none.</summary>
    public static IReadOnlyList<ReasonCode> OptionalReasons(MapReader file, string key) => Named(file, file.OptionalEntries(key));

    private static List<ReasonCode> Named(MapReader file, IEnumerable<Yaml.YamlEntry> entries) =>
        [.. entries.Select(entry => new ReasonCode(entry.Key.Value, MapReaderValues.AsText(file, entry.Value)?.Value ?? ""))];
}
