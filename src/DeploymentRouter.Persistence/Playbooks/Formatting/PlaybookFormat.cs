using System.Text;
using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks.Formatting;

/// <summary>A playbook file in its canonical layout, or what keeps it from having one.</summary>
/// <param name="Text">The file as it should be; null when there are faults.</param>
/// <param name="ChangedLines">How many lines differ from what was read; 0: it was in shape already.</param>
public sealed record FormattedPlaybook(string? Text, int ChangedLines, IReadOnlyList<PlaybookFault> Faults);

/// <summary>
/// Lays a playbook file out anew: line feeds, two spaces for each level, one space where one belongs, single blank lines.
/// Words, quotes, comments and line breaks inside texts stay as their author wrote them, and so does the meaning: what
/// would read differently afterwards is refused instead.
/// </summary>
public static class PlaybookFormat
{
    /// <param name="name">How faults call it.</param>
    public static FormattedPlaybook Format(ReadOnlySpan<byte> utf8, string name)
    {
        var faults = new FaultList(name);
        if (PlaybookFile.TextOf(utf8, faults) is not { } text)
            return new FormattedPlaybook(null, 0, faults.InOrder());
        try
        {
            var before = YamlTree.Read(text, faults);
            var laidOut = faults.IsEmpty ? YamlLayout.Of(text) : text;
            if (faults.IsEmpty && !SaysTheSame(before, laidOut, name))
                faults.Add(before, "Its layout is unusual and cannot be put right without changing what it says; change it by hand.");
            return faults.IsEmpty
                ? new FormattedPlaybook(laidOut, CountChanged(utf8, laidOut), [])
                : new FormattedPlaybook(null, 0, faults.InOrder());
        }
        catch (YamlFault broken)
        {
            faults.Add(broken.Place, broken.Path, broken.Message);
            return new FormattedPlaybook(null, 0, faults.InOrder());
        }
    }

    private static bool SaysTheSame(YamlMap before, string laidOut, string name)
    {
        try
        {
            return YamlSame.AreSame(before, YamlTree.Read(laidOut, new FaultList(name)));
        }
        catch (YamlFault)
        {
            return false;
        }
    }

    // Bytes, because a byte order mark and the kind of line ends count too.
    private static int CountChanged(ReadOnlySpan<byte> utf8, string laidOut)
    {
        if (utf8.SequenceEqual(Encoding.UTF8.GetBytes(laidOut)))
            return 0;
        var before = Encoding.UTF8.GetString(utf8).Split('\n');
        var after = laidOut.Split('\n');
        var same = before.Length == after.Length ? before.Zip(after).Count(pair => pair.First == pair.Second) : SameByContent(before, after);
        return Math.Max(before.Length, after.Length) - same;
    }

    private static int SameByContent(string[] before, string[] after)
    {
        var left = before.CountBy(line => line, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return after.CountBy(line => line, StringComparer.Ordinal)
            .Sum(line => Math.Min(line.Value, left.GetValueOrDefault(line.Key)));
    }
}
