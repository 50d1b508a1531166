using System.Globalization;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Core.People;

/// <summary>
/// What a password must be: long, and not made of what everybody tries first. No rule about kinds of characters, because such rules make
/// passwords harder to keep and no harder to guess (NIST SP 800-63B, section 3.1.1.2).
/// </summary>
public static class PasswordRules
{
    /// <summary>The fewest characters.</summary>
    public const int MinLength = 12;

    /// <summary>The most characters; more would only cost time.</summary>
    public const int MaxLength = 200;

    private const int MinUnguessable = 6;
    private const int MinRun = 3;
    private const int YearLength = 4;

    private static readonly string[] Rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "qwertzuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm", "azertyuiop", "1qaz2wsx3edc4rfv5tgb"];

    /// <summary>Why a password cannot be taken; null: it can.</summary>
    /// <param name="about">What somebody who knows the person would try: name, mail address.</param>
    public static Refusal? WhyNot(string? password, params IEnumerable<string> about) =>
        password is null || password.Length < MinLength
            ? new Refusal("PasswordTooShort", string.Create(CultureInfo.InvariantCulture, $"Use at least {MinLength} characters. A few words that do not belong together are easy to remember."))
        : password.Length > MaxLength
            ? new Refusal("PasswordTooLong", string.Create(CultureInfo.InvariantCulture, $"Use at most {MaxLength} characters."))
        : Unguessable(password, about) < MinUnguessable
            ? new Refusal("PasswordGuessable", "This is made of what is tried first: very common words, rows of keys, years, your own name. Use a few words that do not belong together.")
        : null;

    // How many letters and digits are left once everything that is tried first is taken out; repeated ones count once.
    private static int Unguessable(string password, IEnumerable<string> about)
    {
        var text = password.ToLowerInvariant();
        var (known, letters) = (new bool[text.Length], WithLetters(text));
        foreach (var word in CommonWords.All.Concat(about.SelectMany(Words)))
        {
            Mark(known, text, word);
            Mark(known, letters, word);
        }

        MarkRuns(known, text);
        MarkYears(known, text);
        return text.Where((letter, at) => !known[at] && char.IsLetterOrDigit(letter)).Distinct().Count();
    }

    private static IEnumerable<string> Words(string text) =>
        text.ToLowerInvariant().Split([' ', '@', '.', '-', '_', '+', '\''], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= MinRun);

    // "P4ssw0rd" is no other word than "password".
    private static string WithLetters(string text) => string.Concat(text.Select(letter => letter switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        '8' => 'b',
        _ => letter,
    }));

    private static void Mark(bool[] known, string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            known.AsSpan(at, word.Length).Fill(true);
    }

    private static void MarkRuns(bool[] known, string text)
    {
        for (var at = 0; at + MinRun <= text.Length; at++)
        {
            var run = text.Substring(at, MinRun);
            var backwards = new string([.. run.Reverse()]);
            var isRow = Rows.Any(row => row.Contains(run, StringComparison.Ordinal) || row.Contains(backwards, StringComparison.Ordinal));
            if (isRow || run.Distinct().Count() == 1) known.AsSpan(at, MinRun).Fill(true);
        }
    }

    private static void MarkYears(bool[] known, string text)
    {
        for (var at = 0; at + YearLength <= text.Length; at++)
        {
            if (text.AsSpan(at, 2) is "19" or "20" && text.AsSpan(at, YearLength).IndexOfAnyExceptInRange('0', '9') < 0)
                known.AsSpan(at, YearLength).Fill(true);
        }
    }
}
