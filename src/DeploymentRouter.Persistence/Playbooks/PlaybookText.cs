using DeploymentRouter.Persistence.Playbooks.Formatting;
using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks;

/// <summary>A part of a playbook that says something else than before.</summary>
/// <param name="Where">Its path: of a row down to its keys (<c>routing.R4.because</c>), else the entry of a section (<c>laws.more_users</c>).</param>
/// <param name="Change"><c>changed</c>, <c>added</c>, <c>removed</c>, or <c>order</c>: the same entries stand in another order.</param>
public sealed record TextDifference(string Where, string Change);

/// <summary>Compares what two playbook files say, whatever it means for decisions. Layout and comments say nothing.</summary>
public static class PlaybookText
{
    /// <summary>In the order of the new file, what is gone after it; empty also when a file cannot be read.</summary>
    public static IReadOnlyList<TextDifference> Differences(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        var differences = new List<TextDifference>();
        if (TreeOf(before) is { } old && TreeOf(after) is { } revised)
            Compare("", old, revised, differences);
        return differences;
    }

    private static YamlMap? TreeOf(ReadOnlySpan<byte> utf8)
    {
        var faults = new FaultList("");
        return PlaybookFile.TextOf(utf8, faults) is { } text ? YamlTree.Read(text, faults) : null;
    }

    private static void Compare(string path, YamlMap before, YamlMap after, List<TextDifference> differences)
    {
        foreach (var (key, value) in after.Entries.Select(entry => (entry.Key.Value, entry.Value)))
        {
            var where = path.Length == 0 ? key : $"{path}.{key}";
            if (before[key] is not { } earlier)
                differences.Add(new(where, "added"));
            else if (YamlSame.AreSame(earlier, value))
                continue;
            else if (earlier is YamlMap one && value is YamlMap other && IsTakenApart(where))
                Compare(where, one, other, differences);
            else
                differences.Add(new(where, "changed"));
        }
        differences.AddRange(before.Entries.Where(entry => after[entry.Key.Value] is null)
            .Select(entry => new TextDifference(path.Length == 0 ? entry.Key.Value : $"{path}.{entry.Key.Value}", "removed")));
        if (path.Length > 0 && !Common(before, after).SequenceEqual(Common(after, before), StringComparer.Ordinal))
            differences.Add(new(path, "order"));
    }

    private static IEnumerable<string> Common(YamlMap one, YamlMap other) =>
        one.Entries.Select(entry => entry.Key.Value).Where(key => other[key] is not null);

    // A section by its entries, a row of the table by its keys too.
    private static bool IsTakenApart(string where) => where.Count(c => c == '.') switch
    {
        0 => true,
        1 => where.StartsWith("routing.", StringComparison.Ordinal),
        _ => false,
    };
}
