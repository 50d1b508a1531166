using System.Globalization;

namespace DeploymentRouter.Decisions.Text;

internal static class NumberText
{
    /// <summary>Reads digits, with _ or , between groups of three: 20000, 20_000, 20,000.</summary>
    public static bool TryRead(string text, out long number)
    {
        number = 0;
        return (!text.AsSpan().ContainsAny('_', ',') || HasGroupsOfThree(text))
            && long.TryParse(
                text.Replace("_", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal),
                NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }

    public static string Write(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>With a comma between groups of three, for people.</summary>
    public static string Grouped(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A value as the rules keep it: numbers without separators, everything else as written.</summary>
    public static string Normalised(string value) =>
        value.AsSpan().ContainsAny('_', ',') && TryRead(value, out var number) ? Write(number) : value;

    private static bool HasGroupsOfThree(string text)
    {
        var groups = text.TrimStart('-').Split('_', ',');
        return groups[0].Length is >= 1 and <= 3
            && groups.Skip(1).All(group => group.Length == 3)
            && groups.All(group => group.All(char.IsAsciiDigit));
    }
}
