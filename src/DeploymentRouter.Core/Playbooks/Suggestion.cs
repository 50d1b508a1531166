namespace DeploymentRouter.Core.Playbooks;

/// <summary>Finds what somebody probably meant: the known word with the smallest edit distance (Damerau 1964).</summary>
public static class Suggestion
{
    // From R5 every other id as short is one letter away: there only a swap says anything.
    private const int MinLength = 3;
    private const int MaxLength = 64;
    private const int MaxKnown = 2_000;

    /// <summary><c>; did you mean 'x'?</c>, or a full stop when no word is near: the end of a sentence.</summary>
    public static string For(string word, IEnumerable<string> known)
    {
        if (word.Length > MaxLength)
            return ".";
        if (word.Length < MinLength)
            return word is [var first, var second] && known.Contains($"{second}{first}", StringComparer.Ordinal) ? $"; did you mean '{second}{first}'?" : ".";
        var nearest = known.Take(MaxKnown)
            .Where(candidate => Math.Abs(candidate.Length - word.Length) <= 3)
            .Select(candidate => (Word: candidate, Distance: Distance(word, candidate)))
            .Where(candidate => candidate.Distance <= Math.Max(1, Math.Min(3, word.Length / 3)))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Word, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Word is null ? "." : $"; did you mean '{nearest.Word}'?";
    }

    // Optimal string alignment: one for each letter that is missing, wrong, too many, or swapped with its neighbour.
    private static int Distance(string left, string right)
    {
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
                table[i, j] = i == 0 || j == 0 ? i + j : Cheapest(table, left, right, i, j);
        }
        return table[left.Length, right.Length];
    }

    private static int Cheapest(int[,] table, string left, string right, int i, int j)
    {
        var replaced = table[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
        var cheapest = Math.Min(replaced, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
        return i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]
            ? Math.Min(cheapest, table[i - 2, j - 2] + 1)
            : cheapest;
    }
}
