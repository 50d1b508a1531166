using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Core.Intake;

/// <summary>Whether two customer names may mean the same customer, and why one would think so.</summary>
public static class NameLikeness
{
    /// <summary>Shorter names than this, in letters of their <see cref="CustomerKey"/>, must be equal: every short word is like another.</summary>
    public const int MinLetters = 4;

    /// <summary>For example "the name differs only in spelling"; null: they look like two customers.</summary>
    public static string? Why(string name, string other)
    {
        var (key, otherKey) = (CustomerKey.OfName(name), CustomerKey.OfName(other));
        if (key.Length == 0 || otherKey.Length == 0) return null;
        if (key == otherKey) return SameKey(name.Trim(), other.Trim());
        if (Math.Min(key.Length, otherKey.Length) < MinLetters) return null;

        var (words, otherWords) = (key.Split(' '), otherKey.Split(' '));
        if (key.Replace(" ", "", StringComparison.Ordinal) == otherKey.Replace(" ", "", StringComparison.Ordinal))
            return "the name differs only in spaces";
        if (words.Order(StringComparer.Ordinal).SequenceEqual(otherWords.Order(StringComparer.Ordinal), StringComparer.Ordinal))
            return "the name has the same words in another order";
        if (Begins(words, otherWords) is { } added) return $"the name differs only in “{added}”";
        return EditDistance.Between(key, otherKey, most: Slips(key, otherKey)) is not null ? "the name differs only in spelling" : null;
    }

    private static string SameKey(string name, string other)
    {
        if (string.Equals(name, other, StringComparison.OrdinalIgnoreCase)) return "the name is the same";
        var (words, otherWords) = (Words(name), Words(other));
        var only = words.Except(otherWords, StringComparer.OrdinalIgnoreCase)
            .Concat(otherWords.Except(words, StringComparer.OrdinalIgnoreCase))
            .ToList();
        // Two spellings of one word are no difference that a quoted word could name.
        return only.Count is 1 ? $"the name differs only in “{only[0]}”" : "the name differs only in its legal form, accents or punctuation";
    }

    private static string? Begins(string[] words, string[] otherWords)
    {
        var (shorter, longer) = words.Length < otherWords.Length ? (words, otherWords) : (otherWords, words);
        return shorter.Length < longer.Length && shorter.SequenceEqual(longer.Take(shorter.Length), StringComparer.Ordinal)
            ? string.Join(' ', longer.Skip(shorter.Length))
            : null;
    }

    // One slip in eight letters, at most three: enough for typing errors, too few to turn one name into another.
    private static int Slips(string key, string other) => Math.Clamp(Math.Min(key.Length, other.Length) / 8 + 1, 1, 3);

    private static string[] Words(string name) => name.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
