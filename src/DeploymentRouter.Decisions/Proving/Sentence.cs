namespace DeploymentRouter.Decisions.Proving;

internal static class Sentence
{
    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IReadOnlyList<string> items, string last) => items.Count switch
    {
        0 => "nothing",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} {last} {items[^1]}",
    };

    /// <summary>A part of a formula as its line, or by its place among the parts.</summary>
    public static string Quoted(Formula part, List<Formula> parts) => FormulaText.IsOneLine(part)
        ? $"'{FormulaText.Write(part)}'"
        : $"part {parts.IndexOf(part) + 1}";
}
