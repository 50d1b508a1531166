using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks.Reading;

/// <summary>
/// Resolves <c>same_as: strategy.stage</c>: the keys of an earlier stage, except those written again. Keys named
/// <c>more_…</c> add to what was taken over instead of replacing it.
/// </summary>
internal sealed class StageInheritance(FaultList faults)
{
    private const string SameAs = "same_as";
    private const string More = "more_";

    private readonly Dictionary<string, YamlMap> resolved = new(StringComparer.Ordinal);

    /// <param name="name">Strategy and stage, for example <c>one-click.build_production</c>.</param>
    public YamlMap Resolve(string name, YamlMap written)
    {
        var whole = written[SameAs] is { } reference ? Merge(Earlier(reference), written) : written;
        resolved[name] = whole;
        return whole;
    }

    private YamlMap? Earlier(YamlNode reference)
    {
        if (reference is YamlText text && resolved.TryGetValue(text.Value, out var earlier))
            return earlier;
        var word = (reference as YamlText)?.Value ?? "";
        faults.Add(reference, $"No stage '{word}' stands above; name it as strategy.stage{Suggestion.For(word, resolved.Keys)}");
        return null;
    }

    private YamlMap Merge(YamlMap? earlier, YamlMap written)
    {
        var entries = new List<YamlEntry>(earlier?.Entries ?? []);
        foreach (var entry in written.Entries.Where(entry => entry.Key.Value is not SameAs))
        {
            var adds = entry.Key.Value.StartsWith(More, StringComparison.Ordinal);
            var key = adds ? entry.Key.Value[More.Length..] : entry.Key.Value;
            var at = entries.FindIndex(taken => string.Equals(taken.Key.Value, key, StringComparison.Ordinal));
            var value = adds && at >= 0 ? Append(entries[at].Value, entry.Value) : entry.Value;
            if (at >= 0)
                entries.RemoveAt(at);
            entries.Add(new YamlEntry(entry.Key with { Value = key }, value));
        }
        return written with { Entries = entries };
    }

    private YamlNode Append(YamlNode taken, YamlNode added)
    {
        if (taken is not YamlMap takenMap || added is not YamlMap addedMap)
            return added;
        foreach (var twice in addedMap.Entries.Where(entry => takenMap[entry.Key.Value] is not null))
            faults.Add(twice.Key, $"'{twice.Key.Value}' is already there; choose another id.");
        return addedMap with { Entries = [.. takenMap.Entries, .. addedMap.Entries] };
    }
}
