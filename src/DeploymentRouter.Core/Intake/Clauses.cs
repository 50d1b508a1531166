namespace DeploymentRouter.Core.Intake;

/// <summary>Joins clauses the way people do: what they begin and end with alike is said once.</summary>
public static class Clauses
{
    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string And(IReadOnlyList<string> clauses) => Join(clauses, "and");

    /// <summary>"the data must stay in Canada or Japan" of two whole clauses.</summary>
    public static string Or(IReadOnlyList<string> clauses)
    {
        if (clauses.Count < 2) return Join(clauses, "or");
        var words = clauses.Select(clause => clause.Split(' ')).ToList();
        var most = words.Min(clause => clause.Length) - 1;
        var head = Alike(words, most, (clause, i) => clause[i]);
        var tail = Alike(words, most - head, (clause, i) => clause[^(i + 1)]);
        var middles = words.Select(clause => string.Join(' ', clause[head..^tail])).ToList();
        return string.Join(' ', [.. words[0][..head], Join(middles, "or"), .. words[0][^tail..]]);
    }

    private static int Alike(List<string[]> words, int most, Func<string[], int, string> word)
    {
        var same = 0;
        while (same < most && words.TrueForAll(clause => word(clause, same) == word(words[0], same))) same++;
        return same;
    }

    private static string Join(IReadOnlyList<string> parts, string word) =>
        parts.Count <= 1 ? string.Concat(parts) : $"{string.Join(", ", parts.Take(parts.Count - 1))} {word} {parts[^1]}";
}
