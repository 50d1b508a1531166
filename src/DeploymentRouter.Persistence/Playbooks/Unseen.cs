using System.Buffers;

namespace DeploymentRouter.Persistence.Playbooks;

/// <summary>Characters that nobody sees and that make terminals and pages show something else than what is there.</summary>
internal static class Unseen
{
    private const char Replacement = '\uFFFD';

    // Controls but tab and line feed, and the marks that reorder text (Unicode UAX #9).
    private static readonly SearchValues<char> All = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(c => char.IsControl(c) && c is not ('\t' or '\n')),
        '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069',
    ]);

    public static bool IsIn(string text) => text.AsSpan().ContainsAny(All);

    /// <summary>The text with a visible mark for each of them, and on one line.</summary>
    public static string Shown(string text)
    {
        if (!IsIn(text) && !text.Contains('\n', StringComparison.Ordinal))
            return text;
        return string.Concat(text.Select(c => All.Contains(c) ? Replacement : c is '\n' ? ' ' : c));
    }
}
