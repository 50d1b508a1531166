using System.Globalization;
using System.Text.RegularExpressions;

namespace DeploymentRouter.Core.Intake;

/// <summary>Reads numbers, money and dates the way people type them. What cannot be read is null, never guessed.</summary>
public static partial class TypedText
{
    /// <summary>14500, 14,500, 14 500 or 14'500; null when it is not a whole number that fits.</summary>
    public static long? Whole(string text)
    {
        var digits = Grouped().Replace(text.Trim(), "");
        return WholeNumber().IsMatch(text.Trim()) && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    /// <summary>An amount in US dollars: as <see cref="Whole"/>, with or without a dollar sign or USD, and up to two decimals.</summary>
    public static decimal? Usd(string text)
    {
        var bare = Currency().Replace(text.Trim(), "");
        return Amount().IsMatch(bare)
            && decimal.TryParse(Grouped().Replace(bare, ""), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : null;
    }

    /// <summary>2027-02-01, 1 Feb 2027 or 1 February 2027. Dates in figures only are ambiguous and stay unread.</summary>
    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(
            text.Trim(),
            ["yyyy-MM-dd", "d MMM yyyy", "d MMMM yyyy", "ddd d MMM yyyy"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AllowInnerWhite,
            out var day)
            ? day
            : null;

    [GeneratedRegex("""^(\d+|\d{1,3}([ ,'’\u00A0\u202F]\d{3})+)$""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WholeNumber();

    [GeneratedRegex("""^(\d+|\d{1,3}([ ,'’\u00A0\u202F]\d{3})+)(\.\d{1,2})?$""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Amount();

    [GeneratedRegex("""[ ,'’\u00A0\u202F]""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Grouped();

    [GeneratedRegex("""^(USD|US\$|\$)\s*|\s*(USD|\$)$""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Currency();
}
