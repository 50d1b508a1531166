namespace DeploymentRouter.Core.Intake;

/// <summary>Joins clauses the way people do: what they begin and end with alike is said once.</summary>
public static class Clauses
{
    private const int WorthDropping = 3;

    /// <summary>"a", "a and b", "a, b and c"; what a clause repeats from the beginning of the one before is left out.</summary>
    public static string And(IReadOnlyList<string> clauses) => Join(WithoutRepeats(clauses), ", ", " and ");

    /// <summary>"a", "a, or b", "a, or b, or c" of clauses about different things.</summary>
    public static string Either(IReadOnlyList<string> clauses) => Join(WithoutRepeats(clauses), ", or ", ", or ");

    /// <summary>"the data must stay in Canada or Japan" of two clauses about the same thing.</summary>
    public static string Or(IReadOnlyList<string> clauses)
    {
        if (clauses.Count < 2) return string.Concat(clauses);
        var words = clauses.Select(clause => clause.Split(' ')).ToList();
        var most = words.Min(clause => clause.Length) - 1;
        var head = Alike(words, most, (clause, i) => clause[i]);
        if (head > 0 && words.Exists(clause => clause[head] is "not")) head--;
        var tail = Alike(words, most - head, (clause, i) => clause[^(i + 1)]);
        var middles = words.Select(clause => string.Join(' ', clause[head..^tail])).ToList();
        return string.Join(' ', [.. words[0][..head], Join(middles, ", ", " or "), .. words[0][^tail..]]);
    }

    private static List<string> WithoutRepeats(IReadOnlyList<string> clauses) =>
        [.. clauses.Select((clause, i) => i == 0 ? clause : WithoutRepeat(clauses[i - 1], clause))];

    private static string WithoutRepeat(string before, string clause)
    {
        List<string[]> words = [before.Split(' '), clause.Split(' ')];
        var same = Alike(words, words.Min(all => all.Length) - 1, (all, i) => all[i]);
        return same >= WorthDropping ? string.Join(' ', words[1][same..]) : clause;
    }

    private static int Alike(List<string[]> words, int most, Func<string[], int, string> word)
    {
        var same = 0;
        while (same < most && words.TrueForAll(clause => word(clause, same) == word(words[0], same))) same++;
        return same;
    }

    private static string Join(List<string> parts, string between, string last) =>
        parts.Count <= 1 ? string.Concat(parts) : string.Join(between, parts.Take(parts.Count - 1)) + last + parts[^1];
}
