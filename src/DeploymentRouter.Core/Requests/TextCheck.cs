using System.Text;

namespace DeploymentRouter.Core.Requests;

/// <summary>Which texts can be kept: those that every program reads the same.</summary>
public static class TextCheck
{
    /// <summary>What to do about a text that holds what no keyboard writes.</summary>
    public const string UnreadableSentence = "The text holds a character that cannot be shown. Type it again instead of pasting it.";

    /// <summary>Why a text cannot be kept; null: it can.</summary>
    /// <param name="maximum">How many characters it may have.</param>
    public static Refusal? Problem(string text, int maximum) =>
        text.Length > maximum ? Refusals.TextTooLong(maximum)
        : IsReadable(text) ? null
        : Refusals.TextUnreadable();

    /// <summary>Whether a text is free of control characters, lines and tabs apart, of halves of characters and of what turns its direction about.</summary>
    public static bool IsReadable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')) return false;
            if (TurnsDirection(letter)) return false;
            if (!char.IsSurrogate(letter)) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(letter, text[i + 1])) return false;
            i++;
        }

        return true;
    }

    /// <summary>Whether a text is readable and all on one line: a name.</summary>
    public static bool IsLine(string text) => IsReadable(text) && !text.Any(char.IsControl);

    /// <summary>A name as another system sent it, without what cannot be kept of it; empty: nothing is left.</summary>
    /// <param name="maximum">How many characters it may have.</param>
    public static string TidyLine(string? text, int maximum)
    {
        var kept = new StringBuilder();
        // A half of a letter pair comes as a mark that stands for it.
        foreach (var rune in (text ?? "").EnumerateRunes().Where(rune => rune != Rune.ReplacementChar && IsLine(rune.ToString())))
        {
            if (kept.Length + rune.Utf16SequenceLength <= maximum) kept.Append(rune);
        }

        return kept.ToString().Trim();
    }

    // They make a name or a file read as another one.
    private static bool TurnsDirection(char letter) => letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
