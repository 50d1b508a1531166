namespace DeploymentRouter.Persistence.Playbooks.Yaml;

/// <summary>Says in human words what the usual slips are behind YAML that cannot be read: a text that needs quotes.</summary>
internal static class YamlAdvice
{
    /// <summary>Looks at the line where the parser stopped and at the one before it, where the slip often is. Null: no advice.</summary>
    public static (int Line, string Message)? For(string text, int line)
    {
        var lines = text.Split('\n');
        for (var at = Math.Min(line, lines.Length); at >= Math.Max(1, line - 1); at--)
        {
            if (Of(lines[at - 1].TrimEnd()) is { } message)
                return (at, message);
        }
        return null;
    }

    private static string? Of(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var value = colon < 0 ? "" : line[(colon + 2)..].Trim();
        if (value.Length == 0 || value[0] is '"' or '\'' or '#' or '|' or '>')
            return null;
        if (value[0] is '{' or '[')
        {
            var close = value.IndexOf(value[0] == '{' ? '}' : ']', StringComparison.Ordinal);
            return close > 0 && close < value.Length - 1 && value[(close + 1)..].TrimStart() is not ['#' or ',' or '}' or ']', ..]
                ? $"Put the text in quotes: it begins with '{value[0]}'."
                : null;
        }
        if (value[0] is '%' or '@' or '`')
            return $"Put the text in quotes: it begins with '{value[0]}'.";
        return value.Contains(": ", StringComparison.Ordinal) || value.EndsWith(':')
            ? "Put the text in quotes: it has a colon in it, after which YAML expects a value."
            : null;
    }
}
