using System.Globalization;

namespace DeploymentRouter.Persistence.Requests;

/// <summary>A place in the list: where a page ended, so that the next one goes on exactly there whatever has changed meanwhile.</summary>
/// <param name="Key">The value of the order at that place, as <see cref="RequestListItem.Key"/> writes it.</param>
/// <param name="Backwards">Whether the page wanted is the one before this place.</param>
public sealed record RequestCursor(string Key, int Number, bool Backwards)
{
    private const string Time = "yyyy-MM-ddTHH:mm:ss.fffffff";

    /// <summary>As it stands in an address: <c>2026-11-24T09:14:05.0000000~1027</c>.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Key}~{Number}");

    /// <summary>Null: the text is no place in a list.</summary>
    public static RequestCursor? Read(string? text, RequestOrder order, bool backwards) =>
        text?.LastIndexOf('~') is { } cut and >= 0
        && int.TryParse(text[(cut + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && (order is RequestOrder.Customer || TimeOf(text[..cut]) is not null)
            ? new RequestCursor(text[..cut], number, backwards)
            : null;

    internal DateTime At => TimeOf(Key)!.Value;

    internal static string Write(DateTime time) => time.ToString(Time, CultureInfo.InvariantCulture);

    private static DateTime? TimeOf(string key) =>
        DateTime.TryParseExact(key, Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;
}
