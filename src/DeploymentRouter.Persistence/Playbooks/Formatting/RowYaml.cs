using System.Text;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Persistence.Playbooks.Formatting;

/// <summary>Writes a routing row as it would stand in the file.</summary>
public static class RowYaml
{
    private const string Missing = "Say here why this strategy follows.";

    public static string Of(Rule row)
    {
        var text = new StringBuilder();
        text.Append("  ").Append(row.Id).Append(":\n");
        Write(text, "    when:", row.When, 6);
        text.Append("    strategy: ").Append(row.Outcome).Append('\n');
        text.Append("    because: ").Append(row.Because.Length > 0 ? Quoted(row.Because) : Missing).Append('\n');
        return text.ToString();
    }

    private static void Write(StringBuilder text, string key, Formula formula, int indent)
    {
        text.Append(key);
        switch (formula)
        {
            case AllOf { Parts.Count: 0 }:
                text.Append(" otherwise\n");
                break;
            case AllOf all:
                WriteParts(text, "all", all.Parts, indent);
                break;
            case AnyOf any:
                WriteParts(text, "any", any.Parts, indent);
                break;
            case Negation not:
                text.Append('\n').Append(' ', indent);
                Write(text, "not:", not.Inner, indent + 2);
                break;
            default:
                text.Append(' ').Append(FormulaText.Write(formula)).Append('\n');
                break;
        }
    }

    private static void WriteParts(StringBuilder text, string joint, IReadOnlyList<Formula> parts, int indent)
    {
        text.Append('\n').Append(' ', indent).Append(joint).Append(":\n");
        foreach (var part in parts)
        {
            text.Append(' ', indent + 2);
            WritePart(text, part, indent + 4);
        }
    }

    private static void WritePart(StringBuilder text, Formula part, int indent)
    {
        switch (part)
        {
            case AllOf or AnyOf:
                var inner = new StringBuilder();
                Write(inner, "", part, indent);
                text.Append("- ").Append(inner.ToString().TrimStart('\n', ' '));
                break;
            case Negation not:
                text.Append("- ");
                Write(text, "not:", not.Inner, indent + 2);
                break;
            default:
                text.Append("- ").Append(FormulaText.Write(part)).Append('\n');
                break;
        }
    }

    // Always safe in double quotes, whatever the sentence begins with or contains.
    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
