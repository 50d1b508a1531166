using System.Globalization;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>How the filter and the length of the history stand in the page's address.</summary>
public static class HistoryAddress
{
    public static HistoryFilter Filter(string? text) => text switch
    {
        "comments" => HistoryFilter.Comments,
        "hand-overs" => HistoryFilter.HandOvers,
        _ => HistoryFilter.All,
    };

    /// <summary>How many lines; what is no such number means the first page of them.</summary>
    public static int Shown(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var shown) ? Math.Max(shown, HistoryView.PageSize) : HistoryView.PageSize;

    public static string Of(int number, HistoryFilter filter, int shown)
    {
        string[] parts =
        [
            .. filter switch { HistoryFilter.Comments => ["history=comments"], HistoryFilter.HandOvers => ["history=hand-overs"], _ => (string[])[] },
            .. shown > HistoryView.PageSize ? [FormattableString.Invariant($"shown={shown}")] : (string[])[],
        ];
        return FormattableString.Invariant($"/requests/{number}") + (parts.Length == 0 ? "" : "?" + string.Join('&', parts));
    }
}
