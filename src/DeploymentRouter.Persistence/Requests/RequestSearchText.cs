namespace DeploymentRouter.Persistence.Requests;

/// <summary>Turns what somebody types into a query of the full-text index.</summary>
internal static class RequestSearchText
{
    private const int MaxWords = 8;

    /// <summary>Every word, or a word that begins with it; null: nothing to look for.</summary>
    public static string? Match(string typed)
    {
        // Only letters and digits are words to the index; anything else would be an operator of its query language.
        var words = new string([.. typed.Select(c => char.IsLetterOrDigit(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MaxWords).ToList();
        return words.Count == 0 ? null : string.Join(' ', words.Select(word => $"\"{word}\"*"));
    }
}
