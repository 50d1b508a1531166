using DeploymentRouter.Core.Relay;

namespace DeploymentRouter.Web.Api.Requests;

/// <summary>Who had the request when: segments without gap or overlap, whose minutes add up to the whole.</summary>
/// <param name="Minutes">Of the whole.</param>
/// <param name="Segments">Oldest first.</param>
internal sealed record RelayJson(long Minutes, IReadOnlyList<SegmentJson> Segments)
{
    public static RelayJson Of(RelayLedger ledger) => new(ledger.Minutes, [.. ledger.Segments.Select(SegmentJson.Of)]);
}

/// <param name="Team">Null: nobody, between a withdrawal and the reopening.</param>
/// <param name="Person">Null: nobody of the team yet.</param>
/// <param name="OfficeMinutes">Those inside the office hours of the stage's calendar.</param>
/// <param name="PausedFor">Why the clock stands still; null: it runs.</param>
/// <param name="PauseCode">One of the playbook's reasons for a hold; null: none was given.</param>
internal sealed record SegmentJson(
    DateTime From, DateTime Until, string? Team, string? Stage, PersonJson? Person, long Minutes, long OfficeMinutes, string? PausedFor, string? PauseCode)
{
    public static SegmentJson Of(LedgerSegment segment) => new(
        segment.From, segment.Until, segment.TeamId, segment.Visit?.Stage.Id, PersonJson.Of(segment.Person), segment.Minutes, segment.OfficeMinutes,
        segment.Pause?.Reason, segment.Pause?.Code);
}
