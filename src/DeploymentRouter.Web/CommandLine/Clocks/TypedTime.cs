using System.Globalization;

namespace DeploymentRouter.Web.CommandLine.Clocks;

/// <summary>Dates and instants as people type them on the command line.</summary>
internal static class TypedTime
{
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    private static readonly string[] InstantFormats = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>A date, or why the text is none.</summary>
    public static (DateOnly Date, string? Problem) Date(string text) =>
        !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? (default, $"'{text}' is not a date. Write it as 2022-10-07.")
            : date.Year is < FirstYear or > LastYear ? (default, OutOfRange(text))
            : (date, null);

    /// <summary>An instant (UTC), or why the text is none. Without an offset nobody knows which instant is meant.</summary>
    public static (DateTime Instant, string? Problem) Instant(string text)
    {
        if (!DateTime.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time))
            return (default, $"'{text}' is neither a date nor an instant. Write 2022-10-07, 2022-10-07T15:00:00Z or 2022-10-07T17:00:00+02:00.");
        if (time.Kind is DateTimeKind.Unspecified)
            return (default, $"'{text}' does not say in which time zone. Add Z for UTC, or an offset such as +02:00.");
        return time.Year is < FirstYear or > LastYear ? (default, OutOfRange(text)) : (time.ToUniversalTime(), null);
    }

    private static string OutOfRange(string text) =>
        string.Create(CultureInfo.InvariantCulture, $"'{text}' is out of range. Choose a year from {FirstYear} to {LastYear}.");
}
