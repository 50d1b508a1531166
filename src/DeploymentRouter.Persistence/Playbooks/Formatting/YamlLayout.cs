using System.Text;

namespace DeploymentRouter.Persistence.Playbooks.Formatting;

/// <summary>Writes the lines of a YAML file at their canonical places.</summary>
internal static class YamlLayout
{
    public static string Of(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var plan = new LinePlan(lines.Length);
        plan.Fill(YamlTokens.Read(string.Join('\n', lines)), lines);

        var written = new StringBuilder(text.Length);
        var blanks = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]) && !plan.IsInsideText(i))
            {
                blanks++;
                continue;
            }
            if (blanks > 0 && written.Length > 0)
                written.Append('\n');
            blanks = 0;
            written.Append(Line(lines, plan, i)).Append('\n');
        }
        return written.ToString();
    }

    private static string Line(string[] lines, LinePlan plan, int line)
    {
        if (plan.BlockShift(line) is { } shift)
            return Shifted(lines[line], shift);
        var content = plan.Spaced(line, lines[line]).Trim();
        return content.Length == 0 ? "" : $"{new string(' ', IndentOf(lines, plan, line))}{content}";
    }

    // A comment belongs to what follows it.
    private static int IndentOf(string[] lines, LinePlan plan, int line)
    {
        for (var next = line; next < lines.Length; next++)
        {
            if (plan.Indent(next) is { } indent)
                return indent;
        }
        return 0;
    }

    private static string Shifted(string line, int shift)
    {
        if (string.IsNullOrWhiteSpace(line))
            return "";
        var indent = line.Length - line.TrimStart(' ').Length;
        return new string(' ', Math.Max(0, indent + shift)) + line[indent..];
    }
}
