using System.Globalization;
using System.Text;

namespace DeploymentRouter.Core.Requests.Attachments;

/// <summary>Makes a name that any computer can keep of what a browser sent.</summary>
public static class FileName
{
    public const int MaxLength = 120;

    private const string Reserved = "<>:\"|?*";

    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9"];

    /// <summary>The last part of a path, without anything that is not a letter of a name; null: nothing is left.</summary>
    public static string? Clean(string? sent)
    {
        if (sent is null) return null;
        var last = sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes().Where(IsKept))
            kept.Append(Reserved.Contains(rune.ToString(), StringComparison.Ordinal) ? "_" : rune.ToString());
        // A half of a letter pair cannot be normalised; EnumerateRunes has made a mark of it.
        var name = kept.ToString().Normalize(NormalizationForm.FormC).Trim().Trim('.').Trim();
        if (name.Length == 0) return null;
        name = Shortened(name);
        return Devices.Contains(Path.GetFileNameWithoutExtension(name), StringComparer.OrdinalIgnoreCase) ? $"_{name}" : name;
    }

    /// <summary>The extension in lower case, with its dot; empty: none.</summary>
    public static string ExtensionOf(string name) => Path.GetExtension(name).ToLowerInvariant();

    // Nothing that is not seen, or that turns around what is.
    private static bool IsKept(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned);

    private static string Shortened(string name)
    {
        if (name.Length <= MaxLength) return name;
        var extension = Path.GetExtension(name);
        if (extension.Length > 10) extension = "";
        var cut = MaxLength - extension.Length;
        return name[..(char.IsHighSurrogate(name[cut - 1]) ? cut - 1 : cut)] + extension;
    }
}
