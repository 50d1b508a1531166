using DeploymentRouter.Core.Clocks;
using DeploymentRouter.Core.Relay;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;

namespace DeploymentRouter.Core.Reporting;

/// <summary>What reports read of one request. It follows from the history alone: the same at whatever time it is read.</summary>
/// <param name="FiledAt">UTC.</param>
/// <param name="DecidedAt">UTC; when a strategy was first settled; null: not yet.</param>
/// <param name="CompletedAt">UTC; when it was first delivered; null: not yet.</param>
/// <param name="StrategyId">The strategy it has now; null: undecided.</param>
/// <param name="IsCorrected">Whether people chose another strategy for it, or it was re-routed, before it was delivered.</param>
/// <param name="Withdrawals">UTC; each time it was withdrawn.</param>
/// <param name="Declines">UTC; each time a review declined it.</param>
/// <param name="TeamIds">Every team that has had the ball.</param>
/// <param name="Stays">The stays that ended.</param>
/// <param name="Whole">From its filing to its first delivery; null: not delivered.</param>
public sealed record ReportedRequest(
    DateTime FiledAt,
    DateTime? DecidedAt,
    DateTime? CompletedAt,
    string? StrategyId,
    bool IsCorrected,
    IReadOnlyList<DateTime> Withdrawals,
    IReadOnlyList<DateTime> Declines,
    IReadOnlyList<string> TeamIds,
    IReadOnlyList<ReportedStay> Stays,
    Lasting? Whole)
{
    /// <summary>Reads a request. What was taken back counts for nothing.</summary>
    public static ReportedRequest Of(Request request)
    {
        var takenBack = request.EntriesTakenBack().ToHashSet();
        var entries = request.History.Where(entry => !takenBack.Contains(entry.Number)).ToList();
        var segments = RelayLedger.OfEnded(request);
        var completed = entries.Find(entry => entry.What is Delivered)?.At;
        return new ReportedRequest(
            request.OpenedAt,
            request.Visits.FirstOrDefault(visit => visit.StrategyId is not null)?.StartedAt,
            completed,
            request.StrategyId,
            IsBefore(completed, entries.Find(entry => entry.What is Overridden)?.At)
                || request.Visits.Any(visit => visit is { End: StageEnd.Rerouted, StrategyId: not null } && IsBefore(completed, visit.EndedAt)),
            [.. entries.Where(entry => entry.What is Withdrawn).Select(entry => entry.At)],
            [.. entries.Where(entry => entry.What is Declined).Select(entry => entry.At)],
            [.. request.Visits.Select(visit => visit.TeamId).Distinct(StringComparer.Ordinal)],
            [.. request.Visits.Where(visit => visit.EndedAt is not null).Select(visit => Stay(request, visit, segments))],
            completed is { } end ? Lasting.Of(segments.Where(segment => segment.Until <= end)) : null);
    }

    // Growth leads a delivered request elsewhere; that corrects nothing.
    private static bool IsBefore(DateTime? completed, DateTime? at) => at is not null && (completed is null || at < completed);

    private static ReportedStay Stay(Request request, StageVisit visit, IReadOnlyList<LedgerSegment> segments) => new(
        visit.TeamId,
        visit.Stage.Id,
        visit.Stage.Name,
        visit.EndedAt!.Value,
        Lasting.Of(segments.Where(segment => segment.Visit == visit)),
        IsInTime(request, visit));

    // What was withdrawn or re-routed neither kept its promise nor broke it.
    private static bool? IsInTime(Request request, StageVisit visit) =>
        visit.End is StageEnd.Withdrawn or StageEnd.Rerouted ? null
        : StageClock.Of(visit, request.Form, request.Playbook, request.ChangedAt) is { Due.IsEstimate: false } clock ? clock.State is ClockState.Met
        : null;
}

/// <summary>A stay in a stage that ended.</summary>
/// <param name="EndedAt">UTC.</param>
/// <param name="IsInTime">Whether it kept its promise; null: it made none, or an estimate, or was broken off.</param>
public sealed record ReportedStay(string TeamId, string StageId, string StageName, DateTime EndedAt, Lasting Lasting, bool? IsInTime);

/// <summary>How long something took.</summary>
/// <param name="Minutes">Whole minutes by the clock on the wall.</param>
/// <param name="OfficeMinutes">Whole minutes inside the office hours of each stage's calendar.</param>
public sealed record Lasting(long Minutes, long OfficeMinutes)
{
    /// <summary>What these segments took together.</summary>
    public static Lasting Of(IEnumerable<LedgerSegment> segments) =>
        segments.Aggregate(new Lasting(0, 0), (sum, segment) => new Lasting(sum.Minutes + segment.Minutes, sum.OfficeMinutes + segment.OfficeMinutes));
}
