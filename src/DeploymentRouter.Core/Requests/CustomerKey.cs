using System.Globalization;
using System.Text;

namespace DeploymentRouter.Core.Requests;

/// <summary>Brings customer names and opportunity links to a form in which equal things are equal.</summary>
public static class CustomerKey
{
    private static readonly HashSet<string> LegalForms = new(StringComparer.Ordinal)
    {
        "ab", "ag", "as", "bv", "co", "corp", "corporation", "company", "gmbh", "group", "inc", "incorporated", "kg", "limited",
        "llc", "llp", "ltd", "nv", "oy", "plc", "pty", "sa", "sarl", "se", "spa", "srl", "the",
    };

    /// <summary>A name without case, accents, punctuation and legal form: "The Moss &amp; Lantern Inc." gives "moss lantern".</summary>
    public static string OfName(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            letters.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        }

        var words = letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var bare = words.Where(word => !LegalForms.Contains(word) && word != "and").ToArray();
        return string.Join(' ', bare.Length > 0 ? bare : words);
    }

    /// <summary>A link without scheme, case of the host, trailing slash and fragment; empty stays empty.</summary>
    public static string OfLink(string link)
    {
        if (!Uri.TryCreate(link.Trim(), UriKind.Absolute, out var uri)) return link.Trim();
        return uri.Host.ToLowerInvariant() + uri.PathAndQuery.TrimEnd('/');
    }
}
