using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks.Reading;

/// <summary>
/// Reads one map by its keys and collects what is wrong. Faults never stop it: it hands out a harmless stand-in and
/// goes on, so that all faults are found in one go. <see cref="End"/> reports the keys nobody asked for.
/// </summary>
internal sealed class MapReader(YamlMap map, FaultList faults)
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public YamlMap Map => map;

    public FaultList Faults => faults;

    public YamlNode? Find(string key)
    {
        known.Add(key);
        return map[key];
    }

    public YamlNode? Need(string key)
    {
        var node = Find(key);
        if (node is null)
            Fault($"'{key}' is missing.");
        return node;
    }

    public void Fault(string message) => faults.Add(map, message);

    /// <summary>The map below <paramref name="key"/>, which must be there.</summary>
    public MapReader? Section(string key) => Need(key) is { } node ? Read(node) : null;

    /// <summary>The map below <paramref name="key"/>, if any.</summary>
    public MapReader? OptionalSection(string key) => Find(key) is { } node ? Read(node) : null;

    /// <summary>The entries of a map that is keyed by ids; at least one.</summary>
    public IReadOnlyList<YamlEntry> Entries(string key) => Need(key) is { } node ? EntriesOf(node) : [];

    /// <summary>The entries of a map that is keyed by ids; none when the key is not there.</summary>
    public IReadOnlyList<YamlEntry> OptionalEntries(string key) => Find(key) is { } node ? EntriesOf(node) : [];

    /// <summary>Reads each entry of a map that is keyed by ids; at least one.</summary>
    public IReadOnlyList<T> Sections<T>(string key, Func<string, MapReader, T> read) => ReadAll(Entries(key), read);

    /// <summary>Reads each entry of a map that is keyed by ids; none when the key is not there.</summary>
    public IReadOnlyList<T> OptionalSections<T>(string key, Func<string, MapReader, T> read) =>
        ReadAll(OptionalEntries(key), read);

    public MapReader? Read(YamlNode node)
    {
        if (node is YamlMap inner)
            return new MapReader(inner, faults);
        faults.Add(node, "Keys with values are expected here, each on a line of its own.");
        return null;
    }

    /// <summary>Call it last: every key that was not asked for is a fault.</summary>
    public void End()
    {
        foreach (var entry in map.Entries.Where(entry => !known.Contains(entry.Key.Value)).TakeWhile(_ => !faults.IsFull))
            faults.Add(entry.Key, FlowComma.IsRest(entry.Key.Value) ? FlowComma.Advice : $"Unknown key '{entry.Key.Value}'{Suggestion.For(entry.Key.Value, known)}");
    }

    private List<T> ReadAll<T>(IReadOnlyList<YamlEntry> entries, Func<string, MapReader, T> read)
    {
        var all = new List<T>(entries.Count);
        foreach (var entry in entries)
        {
            if (Read(entry.Value) is not { } section)
                continue;
            all.Add(read(entry.Key.Value, section));
            section.End();
        }
        return all;
    }

    private IReadOnlyList<YamlEntry> EntriesOf(YamlNode node)
    {
        if (Read(node) is not { } section)
            return [];
        if (section.Map.Entries.Count == 0)
            faults.Add(node, "At least one entry is needed here.");
        foreach (var entry in section.Map.Entries.Where(entry => !Ids.IsId(entry.Key.Value)))
            faults.Add(entry.Key, $"'{entry.Key.Value}' is not an id: use letters, digits, '_' and '-', at most {Ids.MaxLength} characters.");
        return section.Map.Entries;
    }
}
