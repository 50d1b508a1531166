using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Persistence.Requests;

/// <summary>How the list is ordered; ties by number.</summary>
public enum RequestOrder
{
    /// <summary>Last changed first.</summary>
    Changed,

    /// <summary>By customer, from A.</summary>
    Customer,

    /// <summary>Due soonest first; what has no due time comes last.</summary>
    Due,

    /// <summary>Last opened first.</summary>
    Opened,
}

/// <summary>Which requests the list shows.</summary>
/// <param name="Words">Words, or beginnings of words, of the customer's name; empty: any customer.</param>
/// <param name="States">Empty shows nothing.</param>
/// <param name="StrategyId"><see cref="Undecided"/>: those without one; null: any.</param>
/// <param name="TeamId">The team that has the ball; null: any.</param>
public sealed record RequestFilter(
    string Words, IReadOnlyList<RequestState> States, string? StrategyId, string? TeamId, string? StageId, RequestOrder Order)
{
    public const string Undecided = "undecided";

    /// <summary>Everything that somebody still works on.</summary>
    public static IReadOnlyList<RequestState> Open { get; } =
        [RequestState.NeedsInformation, RequestState.InProgress, RequestState.OnHold, RequestState.Declined];

    public static IReadOnlyList<RequestState> All { get; } = Enum.GetValues<RequestState>();
}
