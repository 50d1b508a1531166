using System.Globalization;

namespace DeploymentRouter.Web.Components.Parts;

/// <summary>How the addresses of pages say what is shown: what is as usual is left out, and days are written as 2026-11-24.</summary>
public static class AddressText
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>A path and what is asked of it; a part without a value is left out.</summary>
    public static string Written(string path, params IEnumerable<(string Name, string? Value)> parts)
    {
        var query = string.Join('&', parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    public static string Text(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    public static string? Text(DateOnly? day) => day is { } said ? Text(said) : null;

    /// <summary>Null: it is no day.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
