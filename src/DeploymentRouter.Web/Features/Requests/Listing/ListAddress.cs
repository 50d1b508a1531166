using System.Globalization;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Requests.Listing;

/// <summary>What the list shows, exactly as its address says it; anything unknown in an address counts as not said.</summary>
/// <param name="Words">Words of the customer's name.</param>
/// <param name="Strategy">A strategy's id, or <see cref="RequestFilter.Undecided"/>; null: any.</param>
/// <param name="State">"open" (also when null), "all", or one state.</param>
/// <param name="Sort">"changed" (also when null), "customer", "due" or "opened".</param>
/// <param name="After">The place after which the page begins.</param>
/// <param name="Before">The place before which the page ends.</param>
public sealed record ListAddress(
    string? Words = null, string? Strategy = null, string? Team = null, string? Stage = null, string? State = null, string? Sort = null, string? After = null, string? Before = null)
{
    public const string Path = "/requests";
    public const string AllStates = "all";

    /// <summary>The states one can choose, as the address writes them, and in words.</summary>
    public static IReadOnlyList<(string Id, string Label)> States { get; } =
    [
        ("open", "Open"),
        .. RequestFilter.All.Select(state => (Id(state), StateText(state))),
        (AllStates, "All"),
    ];

    public static IReadOnlyList<(string Id, string Label)> Sorts { get; } =
        [("changed", "Last change"), ("customer", "Customer"), ("due", "Due"), ("opened", "Opened")];

    public RequestOrder Order => Sort switch
    {
        "customer" => RequestOrder.Customer,
        "due" => RequestOrder.Due,
        "opened" => RequestOrder.Opened,
        _ => RequestOrder.Changed,
    };

    /// <summary>Whether anything but the order and the place is chosen.</summary>
    public bool IsFiltered => this with { Sort = null, After = null, Before = null } != new ListAddress();

    public RequestFilter Filter() => new(Words ?? "", StatesShown(), NullIfEmpty(Strategy), NullIfEmpty(Team), NullIfEmpty(Stage), Order);

    public RequestCursor? From() =>
        RequestCursor.Read(After, Order, backwards: false) ?? RequestCursor.Read(Before, Order, backwards: true);

    /// <summary>The request that the words name by its number, as "DR-1027" or "1027"; null: they are words.</summary>
    public int? Number()
    {
        var text = (Words ?? "").Trim();
        if (text.StartsWith("DR-", StringComparison.OrdinalIgnoreCase)) text = text[3..];
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>The address itself; what is as usual is left out.</summary>
    public override string ToString() => AddressText.Written(
        Path,
        ("q", Words?.Trim()), ("strategy", Strategy), ("team", Team), ("stage", Stage), ("state", State is "open" ? null : State),
        ("sort", Sort is "changed" ? null : Sort), ("after", After), ("before", Before));

    public static string StateText(RequestState state) => state switch
    {
        RequestState.NeedsInformation => "Needs information",
        RequestState.InProgress => "In progress",
        RequestState.OnHold => "On hold",
        RequestState.Declined => "Declined",
        RequestState.Withdrawn => "Withdrawn",
        RequestState.Delivered => "Delivered",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    private IReadOnlyList<RequestState> StatesShown() => State switch
    {
        AllStates => RequestFilter.All,
        { } id when RequestFilter.All.Where(state => Id(state) == id).ToList() is [var one] => [one],
        _ => RequestFilter.Open,
    };

    private static string Id(RequestState state) => StateText(state).Replace(' ', '-').ToLowerInvariant();

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
